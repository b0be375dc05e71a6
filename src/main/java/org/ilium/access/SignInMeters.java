package org.ilium.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Counts the tries to sign in that were refused, from 0 at the start; never whose they were. */
@Startup
@Singleton
class SignInMeters {

    private final Counter failed;
    private final Counter tooSoon;

    SignInMeters(MeterRegistry meters) {
        failed = refusals(meters, "failed");
        tooSoon = refusals(meters, "too-soon");
    }

    private static Counter refusals(MeterRegistry meters, String why) {
        return Counter.builder("ilium.sign.in.refused")
                .description("Tries to sign in that were refused")
                .tag("why", why)
                .register(meters);
    }

    void failed() {
        failed.increment();
    }

    void tooSoon() {
        tooSoon.increment();
    }
}
