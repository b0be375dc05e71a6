package org.ilium.access;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.shared.DemoMode;
import org.ilium.shared.RegularWork;
import org.jboss.logging.Logger;

/** Says in the log where Ilium is once it answers, and in the demo how to sign in. */
@Singleton
class Welcome {

    private static final Logger LOG = Logger.getLogger(Welcome.class);

    private final DemoAccounts accounts;
    private final String baseUrl;
    private final boolean demo;
    private final RegularWork work;

    Welcome(
            DemoAccounts accounts,
            @ConfigProperty(name = "ilium.base-url") String baseUrl,
            DemoMode demo,
            RegularWork work) {
        this.accounts = accounts;
        this.baseUrl = baseUrl;
        this.demo = demo.isOn();
        this.work = work;
    }

    /** On a thread of its own, which a stop right after the start must not overtake. */
    void atStart(@ObservesAsync HttpServerStart start) {
        work.run(this::say);
    }

    private void say() {
        if (demo) {
            String emails =
                    accounts.offered().stream().map(Staff::email).collect(Collectors.joining(", "));
            LOG.infof(
                    "The demo clinic is open at %s. Sign in at %s/sign-in as one of %s; the"
                            + " password is %s.",
                    baseUrl, baseUrl, emails, DemoAccounts.PASSWORD);
        } else {
            LOG.infof("Ilium is open at %s", baseUrl);
        }
    }
}
