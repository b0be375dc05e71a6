package org.ilium.booking.holds;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import org.ilium.shared.sql.Sql;

/** How many times are being booked online just now; asked of the database. */
@Singleton
class HoldMeters implements MeterBinder {

    private final Sql sql;

    HoldMeters(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("ilium.booking.holds", this::holds)
                .description("Times kept for somebody who is booking online")
                .register(meters);
    }

    private double holds() {
        return sql.list(
                        "select count(*) from appointment where status = 'held'"
                                + " and hold_expires_at > now()",
                        row -> row.decimal(1))
                .get(0);
    }
}
