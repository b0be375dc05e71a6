package org.ilium.messages;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import org.ilium.shared.sql.Sql;

/** How much mail waits, and how long the oldest has; asked of the database. */
@Singleton
class OutboxMeters implements MeterBinder {

    private final Sql sql;

    OutboxMeters(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("ilium.outbox.waiting", this::waiting)
                .description("Messages that have not left")
                .register(meters);
        Gauge.builder("ilium.outbox.oldest", this::oldest)
                .description("For how long the oldest of them has waited; 0 for none")
                .baseUnit("seconds")
                .register(meters);
    }

    private double waiting() {
        return sql.list(
                        "select count(*) from outbox_message where status in ('queued', 'deferred')",
                        row -> row.decimal(1))
                .get(0);
    }

    private double oldest() {
        return sql.list(
                        "select coalesce(extract(epoch from now() - min(queued_at)), 0)::float8"
                                + " from outbox_message where status in ('queued', 'deferred')",
                        row -> row.decimal(1))
                .get(0);
    }
}
