package org.ilium.bench;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The desk books patients, so many at once for each time: one of them gets it. */
record BookingCase(BenchDatabase database, int port, int rivals, AtomicInteger attempts)
        implements Case {

    /** Each booking has a time of its own, so that each succeeds. */
    static BookingCase alone(BenchDatabase database, int port) {
        return new BookingCase(database, port, 1, new AtomicInteger());
    }

    static BookingCase raced(BenchDatabase database, int port, int rivals) {
        return new BookingCase(database, port, rivals, new AtomicInteger());
    }

    private static final Set<Integer> BOOKED = Set.of(201);
    private static final Set<Integer> BOOKED_OR_TAKEN = Set.of(201, 409);

    private static final int A_DAY = 30;

    private static final String CLAIM =
            "insert into booking_request (scope, key, request_hash, created_at)"
                    + " values (?, ?, ?, ?) on conflict do nothing";

    private static final String PATIENT =
            """
            with her as (select id, phone from patient where id = ? for no key update)
            select exists (select from her),
                   exists (select 1 from appointment
                    where patient_id = ? and id <> ?
                      and status not in ('cancelled', 'no-show')
                      and starts < ? and ends > ?),
                   exists (select from her where phone is not null)
            """;

    private static final String INSERT =
            """
            insert into appointment (id, practitioner_id, service_id, patient_id,
                status, starts, ends, busy_starts, busy_ends, mode,
                overlap_allowed, overlap_allowed_by, hold_expires_at,
                contact_name, contact_phone, contact_email, person_zone,
                stage, weeks, reason, note, booked_via, created_at, updated_at)
            values (?, ?, ?, ?, 'booked', ?, ?, ?, ?, 'phone', false, null, null, null, null, null,
                null, null, null, null, null, 'api', ?, ?)
            on conflict do nothing
            """;

    private static final String DETAILS =
            """
            select a.id, a.status, a.starts, a.ends, a.service_id, s.name, a.mode, a.practitioner_id,
                   pr.display_name, a.patient_id, a.contact_name,
                   coalesce(a.contact_email, p.email), coalesce(a.contact_phone, p.phone),
                   coalesce(a.person_zone, p.zone), a.version,
                   p.given_name || ' ' || p.family_name, a.busy_starts, a.busy_ends,
                   a.stage, a.weeks, a.reason, a.note, a.overlap_allowed, a.booked_via,
                   a.hold_expires_at, a.created_at, a.updated_at, a.cancelled_at, a.cancelled_by,
                   a.cancel_reason
              from appointment a
              join service s on s.id = a.service_id
              join practitioner pr on pr.id = a.practitioner_id
              left join patient p on p.id = a.patient_id
            """;

    private static final String SAME_DAY =
            DETAILS
                    + """
                     where a.starts >= ? and a.starts < ? and a.id <> ?
                       and a.status not in ('cancelled', 'no-show', 'held')
                       and (a.patient_id = ?
                            or a.patient_id is null
                               and split_part(a.contact_phone, ';', 1)
                                   = (select split_part(her.phone, ';', 1)
                                        from patient her where her.id = ?))
                     order by a.starts, a.id
                    """;

    private static final String ONE =
            DETAILS + " where a.id = ? and (a.hold_expires_at is null or a.hold_expires_at > ?)";

    private static final String MESSAGE =
            """
            insert into outbox_message (id, kind, subject_id, patient_id, appointment_id, recipient,
                   status, send_after, attempts, created_at, queued_at, late_at, waits_from, visit_at)
            values (?, 'appointment-booked', ?, ?, ?, ?, 'queued', ?, 0, ?, ?, ?, ?, ?)
            """;

    private static final String SETTLE =
            "update booking_request set appointment_id = ? where scope = ? and key = ?";

    /** A free time and someone to come; every twenty minutes of far-ahead working days. */
    private record Visit(UUID practitioner, UUID patient, OffsetDateTime start) {

        /** Rivals want the same time, each for somebody else. */
        static Visit of(int attempt, int rivals) {
            int number = attempt / rivals;
            int turn = number / BigClinic.PRACTITIONERS;
            int day = turn / A_DAY;
            LocalDate date =
                    LocalDate.now(BigClinic.ZONE)
                            .plusDays(60)
                            .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                            .plusWeeks(day / 5)
                            .plusDays(day % 5);
            OffsetDateTime start =
                    date.atTime(LocalTime.of(8, 0))
                            .plusMinutes(20L * (turn % A_DAY))
                            .atZone(BigClinic.ZONE)
                            .toOffsetDateTime();
            return new Visit(
                    BigClinic.practitioner(number % BigClinic.PRACTITIONERS),
                    BigClinic.patient(1 + attempt % BigClinic.PATIENTS),
                    start);
        }
    }

    @Override
    public String name() {
        return rivals == 1 ? "booking" : "booking, %d at once for each time".formatted(rivals);
    }

    @Override
    public Load.Action app() throws Exception {
        Http http = new Http(port);
        return Action.of(
                () -> {
                    Visit visit = next();
                    http.post(
                            "/api/v1/appointments",
                            """
                            {"service":"phone-consult","practitionerId":"%s","patientId":"%s",\
                            "start":"%s","setAside":["beyond-horizon"]}"""
                                    .formatted(visit.practitioner, visit.patient, visit.start),
                            rivals == 1 ? BOOKED : BOOKED_OR_TAKEN,
                            "Idempotency-Key: " + UUID.randomUUID());
                },
                http);
    }

    @Override
    public Load.Action jdbc() throws Exception {
        Jdbc jdbc = new Jdbc(database.connect());
        RequestSql sql = new RequestSql(jdbc, BenchDatabase.tokenHash());
        return Action.of(
                () -> book(jdbc, sql, next()), jdbc);
    }

    private Visit next() {
        return Visit.of(attempts.getAndIncrement(), rivals);
    }

    private static void book(Jdbc jdbc, RequestSql sql, Visit visit) throws SQLException {
        UUID id = UUID.randomUUID();
        String key = UUID.randomUUID().toString();
        String scope = BigClinic.STAFF.toString();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        OffsetDateTime end = visit.start.plusMinutes(15);
        OffsetDateTime busyEnd = visit.start.plusMinutes(20);
        LocalDate date = visit.start.toLocalDate();
        sql.session();
        sql.service("phone-consult");
        jdbc.begin();
        jdbc.write(CLAIM, scope, key, new byte[32], now);
        sql.serviceOf(visit.practitioner, BigClinic.PHONE);
        jdbc.read(PATIENT, visit.patient, visit.patient, RequestSql.NOBODY, end, visit.start);
        jdbc.read(
                SAME_DAY,
                RequestSql.midnight(date),
                RequestSql.midnight(date.plusDays(1)),
                RequestSql.NOBODY,
                visit.patient,
                visit.patient);
        sql.schedules(List.of(visit.practitioner), date, date.plusDays(1));
        sql.practitioner(visit.practitioner);
        boolean free =
                jdbc.written(
                INSERT,
                id,
                visit.practitioner,
                BigClinic.PHONE,
                visit.patient,
                visit.start,
                end,
                visit.start,
                busyEnd,
                now,
                now);
        if (!free) {
            jdbc.rollback();
            return;
        }
        sql.audit("book", "appointment", id, visit.patient, "{beyond-horizon}");
        jdbc.read(ONE, id, now);
        jdbc.read("select clock_timestamp()");
        jdbc.write(
                MESSAGE,
                UUID.randomUUID(),
                id,
                visit.patient,
                id,
                "bench@ilium.invalid",
                now.plusSeconds(5),
                now,
                now,
                now.plusHours(1),
                now,
                visit.start);
        jdbc.write(SETTLE, id, scope, key);
        jdbc.commit();
    }

    /** The audit rows stay: nobody can remove those. */
    @Override
    public void clear() throws SQLException {
        try (var connection = database.connect();
                var sql = connection.createStatement()) {
            sql.execute("delete from outbox_message");
            sql.execute("delete from booking_request");
            sql.execute("delete from appointment where starts > now() + interval '40 days'");
            sql.execute("vacuum analyze outbox_message");
            sql.execute("vacuum analyze booking_request");
            sql.execute("vacuum analyze appointment");
        }
        attempts.set(0);
    }
}
