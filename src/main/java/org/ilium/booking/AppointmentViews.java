package org.ilium.booking;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.shared.Interval;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;

/** Reads appointments with the names a reader wants, in one statement however many. */
@Singleton
class AppointmentViews {

    private static final String SELECT =
            """
            select a.id, a.status, a.starts, a.ends, a.service_id, s.name, a.mode, a.practitioner_id,
                   pr.display_name, a.patient_id, a.contact_name,
                   coalesce(a.contact_email, p.email), coalesce(a.contact_phone, p.phone),
                   coalesce(a.person_zone, p.zone), a.version,
                   p.given_name || ' ' || p.family_name, a.busy_starts, a.busy_ends,
                   a.stage, a.weeks, a.reason, a.note, a.overlap_allowed, a.booked_via,
                   a.hold_expires_at, a.created_at, a.updated_at, a.cancelled_at, a.cancelled_by
              from appointment a
              join service s on s.id = a.service_id
              join practitioner pr on pr.id = a.practitioner_id
              left join patient p on p.id = a.patient_id
            """;

    private final EntityManager database;

    AppointmentViews(EntityManager database) {
        this.database = database;
    }

    /** {@code rest} is the statement from its {@code where} on; never made of what a user sent. */
    @SuppressWarnings("unchecked")
    List<AppointmentDetails> read(String rest, Map<String, Object> parameters) {
        var query = database.createNativeQuery(SELECT + rest);
        parameters.forEach(query::setParameter);
        return ((List<Object[]>) query.getResultList())
                .stream().map(AppointmentViews::details).toList();
    }

    private static AppointmentDetails details(Object[] row) {
        String patientName = (String) row[15];
        String contactName = row[10] == null ? patientName : (String) row[10];
        AppointmentInfo info =
                new AppointmentInfo(
                        (UUID) row[0],
                        AppointmentStatus.of((String) row[1]),
                        interval(row[2], row[3]),
                        (UUID) row[4],
                        (String) row[5],
                        (String) row[6],
                        (UUID) row[7],
                        (String) row[8],
                        (UUID) row[9],
                        contactName == null ? "" : contactName,
                        (String) row[11],
                        (String) row[12],
                        row[13] == null ? null : ZoneId.of((String) row[13]),
                        ((Number) row[14]).intValue());
        return new AppointmentDetails(
                info,
                patientName,
                interval(row[16], row[17]),
                reason(row),
                (String) row[21],
                (Boolean) row[22],
                BookedVia.of((String) row[23]),
                (Instant) row[24],
                (Instant) row[25],
                (Instant) row[26],
                (Instant) row[27],
                (String) row[28]);
    }

    private static VisitReason reason(Object[] row) {
        @Nullable Stage stage =
                row[18] == null ? null : Coded.find(Stage.class, (String) row[18]).orElseThrow();
        Integer weeks = row[19] == null ? null : ((Number) row[19]).intValue();
        return new VisitReason(stage, weeks, (String) row[20]);
    }

    private static Interval interval(Object start, Object end) {
        return new Interval((Instant) start, (Instant) end);
    }
}
