package org.ilium.shared.database;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Whether a request has saved something already, should it fail later. */
@Singleton
public class SavedWork {

    private static final String SAVED = "org.ilium.shared.database.saved";

    private final CurrentVertxRequest current;

    SavedWork(CurrentVertxRequest current) {
        this.current = current;
    }

    void note() {
        RoutingContext request =
                Arc.container().requestContext().isActive() ? current.getCurrent() : null;
        if (request != null) {
            request.put(SAVED, true);
        }
    }

    public static boolean isIn(@Nullable RoutingContext request) {
        return request != null && request.get(SAVED) != null;
    }
}
