package org.ilium.clinic;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.ilium.shared.sql.Row;

/** How services and practitioners stand in the database, for those who only read them. */
final class DirectoryRows {

    static final String SERVICES =
            """
            select id, slug, name, length_min, buffer_before_min, buffer_after_min, min_notice_min,
                   horizon_days, step_min, mode, public_bookable
              from service
            """;

    static final String PRACTITIONERS =
            "select id, account_id, display_name, credentials, profile from practitioner ";

    private DirectoryRows() {}

    static ServiceInfo service(Row row) throws SQLException {
        return new ServiceInfo(
                row.id(1),
                row.text(2),
                row.text(3),
                Duration.ofMinutes(row.number(4)),
                Duration.ofMinutes(row.number(5)),
                Duration.ofMinutes(row.number(6)),
                Duration.ofMinutes(row.number(7)),
                row.number(8),
                Duration.ofMinutes(row.number(9)),
                row.text(10),
                row.flag(11));
    }

    static PractitionerInfo practitioner(Row row) throws SQLException {
        return new PractitionerInfo(
                row.id(1),
                row.orNull(2, UUID.class),
                row.text(3),
                row.orNull(4, String.class),
                row.orNull(5, String.class));
    }
}
