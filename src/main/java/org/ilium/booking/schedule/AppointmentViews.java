package org.ilium.booking.schedule;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.BookedVia;
import org.ilium.booking.CancelReason;
import org.ilium.booking.Cancellation;
import org.ilium.booking.VisitReason;
import org.ilium.shared.Interval;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.sql.Row;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Reads appointments with the names a reader wants, in one statement however many. */
@Singleton
public class AppointmentViews {

    private static final String SELECT =
            """
            select a.id, a.status, a.starts, a.ends, a.service_id, s.name as service_name, a.mode, a.practitioner_id,
                   pr.display_name, a.patient_id, a.contact_name,
                   coalesce(a.contact_email, p.email) as email, coalesce(a.contact_phone, p.phone) as phone,
                   coalesce(a.person_zone, p.zone) as zone, a.version,
                   rtrim(p.given_name || ' ' || p.family_name) as patient_name, a.busy_starts, a.busy_ends,
                   a.stage, a.weeks, a.reason, a.note, a.overlap_allowed, a.booked_via,
                   a.hold_expires_at, a.created_at, a.updated_at, a.cancelled_at, a.cancelled_by, a.cancel_reason
              from appointment a
              join service s on s.id = a.service_id
              join practitioner pr on pr.id = a.practitioner_id
              left join patient p on p.id = a.patient_id
            """;

    private final Sql sql;

    AppointmentViews(Sql sql) {
        this.sql = sql;
    }

    /** {@code rest} is the statement from its {@code where} on; never made of what a user sent. */
    public List<AppointmentDetails> read(String rest, Object... values) {
        return sql.list(SELECT + rest, AppointmentViews::details, values);
    }

    private static AppointmentDetails details(Row row) throws SQLException {
        String patientName = row.orNull(16, String.class);
        String given = row.orNull(11, String.class);
        String name = given == null ? patientName : given;
        String zone = row.orNull(14, String.class);
        AppointmentInfo info =
                new AppointmentInfo(
                        row.id(1),
                        AppointmentStatus.of(row.text(2)),
                        new Interval(row.instant(3), row.instant(4)),
                        row.id(5),
                        row.text(6),
                        row.text(7),
                        row.id(8),
                        row.text(9),
                        row.orNull(10, UUID.class),
                        name == null ? "" : name,
                        row.orNull(12, String.class),
                        row.orNull(13, String.class),
                        zone == null ? null : ZoneId.of(zone),
                        row.number(15),
                        cancellation(row));
        return new AppointmentDetails(
                info,
                patientName,
                new Interval(row.instant(17), row.instant(18)),
                reason(row),
                row.orNull(22, String.class),
                row.flag(23),
                BookedVia.of(row.text(24)),
                row.instantOrNull(25),
                row.instant(26),
                row.instant(27),
                row.instantOrNull(28),
                row.orNull(29, String.class));
    }

    private static @Nullable Cancellation cancellation(Row row) throws SQLException {
        String by = row.orNull(29, String.class);
        String code = row.orNull(30, String.class);
        return by == null
                ? null
                : new Cancellation(
                        by, code == null ? null : CancelReason.find(by, code).orElseThrow());
    }

    private static VisitReason reason(Row row) throws SQLException {
        String stage = row.orNull(19, String.class);
        return new VisitReason(
                stage == null ? null : Coded.find(Stage.class, stage).orElseThrow(),
                row.orNull(20, Integer.class),
                row.orNull(21, String.class));
    }
}
