package org.ilium.shared;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Tells the log's filter, which is no bean, that the start has come through. */
@Singleton
class LogStart {

    void begin(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) {
        NoInputInLog.begin();
    }
}
