package org.ilium.web;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.ilium.shared.database.DatabaseWatch;

/** Ready while the database answers and takes changes; says why not, and is quick to say so. */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements AsyncHealthCheck {

    private final DatabaseWatch watch;

    DatabaseReadiness(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().completionStage(watch::ask).map(this::response);
    }

    private HealthCheckResponse response(boolean answers) {
        String wrong = answers ? watch.wrong() : "The database does not answer";
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("database").status(wrong == null);
        return wrong == null ? response.build() : response.withData("reason", wrong).build();
    }
}
