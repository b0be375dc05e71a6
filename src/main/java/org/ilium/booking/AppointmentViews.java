package org.ilium.booking;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.ilium.shared.Interval;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;

/** Reads appointments with the names a reader wants, in one statement however many. */
@Singleton
class AppointmentViews {

    private static final String SELECT =
            """
            select a.id, a.status, a.starts, a.ends, a.service_id, s.name as service_name, a.mode, a.practitioner_id,
                   pr.display_name, a.patient_id, a.contact_name,
                   coalesce(a.contact_email, p.email) as email, coalesce(a.contact_phone, p.phone) as phone,
                   coalesce(a.person_zone, p.zone) as zone, a.version,
                   p.given_name || ' ' || p.family_name as patient_name, a.busy_starts, a.busy_ends,
                   a.stage, a.weeks, a.reason, a.note, a.overlap_allowed, a.booked_via,
                   a.hold_expires_at, a.created_at, a.updated_at, a.cancelled_at, a.cancelled_by
              from appointment a
              join service s on s.id = a.service_id
              join practitioner pr on pr.id = a.practitioner_id
              left join patient p on p.id = a.patient_id
            """;

    /** In the order of the statement; naming the types saves asking the driver each time. */
    private static final Map<String, Class<?>> COLUMNS = columns();

    private final EntityManager database;

    AppointmentViews(EntityManager database) {
        this.database = database;
    }

    /** {@code rest} is the statement from its {@code where} on; never made of what a user sent. */
    List<AppointmentDetails> read(String rest, Map<String, Object> parameters) {
        NativeQuery<Object[]> query =
                database.unwrap(Session.class).createNativeQuery(SELECT + rest, Object[].class);
        COLUMNS.forEach(query::addScalar);
        parameters.forEach(query::setParameter);
        return query.getResultList().stream().map(AppointmentViews::details).toList();
    }

    private static Map<String, Class<?>> columns() {
        Map<String, Class<?>> columns = new LinkedHashMap<>();
        columns.put("id", UUID.class);
        columns.put("status", String.class);
        columns.put("starts", Instant.class);
        columns.put("ends", Instant.class);
        columns.put("service_id", UUID.class);
        columns.put("service_name", String.class);
        columns.put("mode", String.class);
        columns.put("practitioner_id", UUID.class);
        columns.put("display_name", String.class);
        columns.put("patient_id", UUID.class);
        columns.put("contact_name", String.class);
        columns.put("email", String.class);
        columns.put("phone", String.class);
        columns.put("zone", String.class);
        columns.put("version", Integer.class);
        columns.put("patient_name", String.class);
        columns.put("busy_starts", Instant.class);
        columns.put("busy_ends", Instant.class);
        columns.put("stage", String.class);
        columns.put("weeks", Short.class);
        columns.put("reason", String.class);
        columns.put("note", String.class);
        columns.put("overlap_allowed", Boolean.class);
        columns.put("booked_via", String.class);
        columns.put("hold_expires_at", Instant.class);
        columns.put("created_at", Instant.class);
        columns.put("updated_at", Instant.class);
        columns.put("cancelled_at", Instant.class);
        columns.put("cancelled_by", String.class);
        return columns;
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
