package org.ilium.bench;

import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements that several requests have in common, as the program sends them. */
final class RequestSql {

    static final UUID NOBODY = new UUID(0, 0);

    private static final String SESSION =
            """
            select s.last_seen_at, a.id, a.email, a.display_name,
                   array(select role from staff_role where account_id = a.id), a.version
              from staff_session s
              join staff_account a on a.id = s.account_id
             where s.token_hash = ? and a.active and s.ended_at is null
               and s.expires_at > ? and s.last_seen_at > ?
            """;

    private static final String SERVICE =
            """
            select id, slug, name, length_min, buffer_before_min, buffer_after_min, min_notice_min,
                   horizon_days, step_min, mode, public_bookable
              from service
             where active and
            """;

    private static final String GIVERS =
            """
            select id, account_id, display_name, credentials, profile from practitioner
             where active and exists (select 1 from practitioner_service
                                       where practitioner_id = practitioner.id and service_id = ?)
             order by sort_order, display_name
            """;

    private static final String HOURS =
            """
            select practitioner_id, day_of_week, null::date, starts, ends
              from weekly_hours where practitioner_id = any(?)
            union all
            select practitioner_id, null::smallint, on_date, starts, ends
              from hours_exception
             where practitioner_id = any(?) and on_date >= ? and on_date < ?
            """;

    private static final String BLOCKED =
            """
            select practitioner_id, false,
                   array_agg(date_part('epoch', starts)), array_agg(date_part('epoch', ends))
              from time_off
             where (practitioner_id is null or practitioner_id = any(?))
               and ends > ? and starts < ?
             group by practitioner_id
            union all
            select practitioner_id, true,
                   array_agg(date_part('epoch', busy_starts)),
                   array_agg(date_part('epoch', busy_ends))
              from appointment
             where practitioner_id = any(?) and status not in ('cancelled', 'no-show')
               and busy_starts > ? and busy_starts < ? and busy_ends > ?
               and (hold_expires_at is null or hold_expires_at > ?)
               and id <> ?
             group by practitioner_id
            """;

    private static final String EPISODES =
            """
            select e.id, e.birth_date, e.birth_mode, e.birth_outcome, e.birth_weeks, e.close_reason,
                   e.closed_on, c.episode_id, c.condition, c.noted_on, c.present, e.due_date,
                   e.earlier_birth_date, e.earlier_birth_mode, e.earlier_birth_outcome,
                   e.ended_surgically, e.ended_weeks, e.opened_on, e.patient_id, e.plurality, e.pregnancy_ended_on,
                   e.pregnancy_outcome, e.reason, e.stage, e.version
              from episode_of_care e
              left join episode_condition c on e.id = c.episode_id
             where e.patient_id in (%s) and e.closed_on is null
            """;

    private final Jdbc jdbc;
    private final byte[] session;

    RequestSql(Jdbc jdbc, byte[] session) {
        this.jdbc = jdbc;
        this.session = session;
    }

    void session() throws SQLException {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        jdbc.read(SESSION, session, now, now.minusHours(12));
    }

    void service(String slug) throws SQLException {
        jdbc.read(SERVICE + " slug = ?", slug);
    }

    void serviceOf(UUID practitioner, UUID service) throws SQLException {
        jdbc.read(
                SERVICE
                        + """
                         id = ?
                          and exists (select 1 from practitioner_service g
                                        join practitioner p on p.id = g.practitioner_id
                                       where g.service_id = service.id and p.id = ? and p.active)
                        """,
                service,
                practitioner);
    }

    void practitioner(UUID id) throws SQLException {
        jdbc.read(
                """
                select id, account_id, display_name, credentials, profile from practitioner
                 where id = ? order by sort_order, display_name
                """,
                id);
    }

    void givers(UUID service) throws SQLException {
        jdbc.read(GIVERS, service);
    }

    /** The hours, and what is busy, on dates from {@code from} until before {@code to}. */
    void schedules(List<UUID> practitioners, LocalDate from, LocalDate to) throws SQLException {
        Array ids = jdbc.ids(practitioners);
        jdbc.read(HOURS, ids, ids, from.minusDays(1), to.plusDays(2));
        OffsetDateTime start = midnight(from.minusDays(1));
        OffsetDateTime end = midnight(to.plusDays(1));
        jdbc.read(
                BLOCKED,
                ids,
                start,
                end,
                ids,
                start.minusDays(1),
                end,
                start,
                OffsetDateTime.now(ZoneOffset.UTC),
                NOBODY);
    }

    void openEpisodes(Collection<Object> patients) throws SQLException {
        List<Object> padded = Jdbc.padded(patients);
        jdbc.read(EPISODES.formatted(Jdbc.marks(padded)), padded);
    }

    /** {@code rules} as an array of PostgreSQL, null for none. */
    void audit(
            String action,
            String entity,
            @Nullable UUID id,
            @Nullable UUID patient,
            @Nullable String rules)
            throws SQLException {
        jdbc.read(
                """
                insert into audit_entry (account_id, action, actor, at, entity, entity_id, link_id,
                                         patient_id, route, rules)
                values (?, ?, 'staff', ?, ?, ?, null, ?, 'POST /api/v1/appointments', ?::text[])
                returning *
                """,
                BigClinic.STAFF,
                action,
                OffsetDateTime.now(ZoneOffset.UTC),
                entity,
                id,
                patient,
                rules);
    }

    void auditSearch(Collection<Object> found) throws SQLException {
        jdbc.write(
                """
                insert into audit_entry
                       (at, actor, account_id, action, entity, route, patients, appointments)
                select at, 'staff', account_id, action, entity, route, patients, appointments
                  from (select ?::timestamptz, ?::uuid, 'search', 'patient',
                               'POST /api/v1/patients/searches', ?::uuid[], null::uuid[])
                       as shown (at, account_id, action, entity, route, patients, appointments)
                """,
                OffsetDateTime.now(ZoneOffset.UTC),
                BigClinic.STAFF,
                jdbc.ids(found));
    }

    static OffsetDateTime midnight(LocalDate date) {
        return date.atTime(LocalTime.MIDNIGHT).atZone(BigClinic.ZONE).toOffsetDateTime();
    }
}
