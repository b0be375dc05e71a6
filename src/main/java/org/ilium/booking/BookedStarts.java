package org.ilium.booking;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.ilium.clinic.BookedAhead;
import org.ilium.shared.sql.Sql;

/** Tells the clinic's settings when what is booked begins. */
@Singleton
class BookedStarts implements BookedAhead {

    private final Sql sql;

    BookedStarts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Instant> startsAfter(Instant moment) {
        return sql.list(
                """
                select starts from appointment
                 where starts > ? and status not in ('held', 'cancelled', 'no-show')
                 order by starts
                """,
                row -> row.instant(1),
                moment);
    }
}
