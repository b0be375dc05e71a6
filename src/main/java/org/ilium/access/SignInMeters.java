package org.ilium.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** Counts the tries to sign in that were refused; never whose they were. */
@Singleton
class SignInMeters implements MeterBinder {

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

    /** Nothing more: what matters is that both stand at 0 from the start. */
    @Override
    public void bindTo(MeterRegistry meters) {}

    void failed() {
        failed.increment();
    }

    void tooSoon() {
        tooSoon.increment();
    }
}
