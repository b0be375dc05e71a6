package org.ilium.bench;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements that several requests have in common, as the program sends them. */
final class RequestSql {

    static final UUID NOBODY = new UUID(0, 0);

    private static final String SESSION =
            """
            select s.token_hash, a.id, a.active, a.created_at, a.display_name, a.email,
                   a.failed_attempts, a.locked_until, a.password_hash, r.account_id, r.role, a.version,
                   s.created_at, s.expires_at, s.last_seen_at
              from staff_session s
              left join staff_account a on a.id = s.account_id
              left join staff_role r on a.id = r.account_id
             where s.token_hash = ?
            """;

    private static final String SERVICE_COLUMNS =
            """
            select id, active, buffer_after_min, buffer_before_min, horizon_days, length_min,
                   min_notice_min, mode, name, public_bookable, slug, sort_order, step_min, version
              from service
            """;

    private static final String GIVERS =
            """
            select p.id, p.account_id, p.active, p.credentials, p.display_name, p.profile,
                   p.sort_order, p.version
              from practitioner p
             where p.active and exists (select 1 from practitioner_service s
                                         where p.id = s.practitioner_id and s.service_id = ?)
             order by p.sort_order, p.display_name
            """;

    private static final String HOURS =
            """
            select practitioner_id, day_of_week, null::date, starts, ends
              from weekly_hours where practitioner_id in (%1$s)
            union all
            select practitioner_id, null::smallint, on_date, starts, ends
              from hours_exception
             where practitioner_id in (%1$s) and on_date >= ? and on_date < ?
            """;

    private static final String BLOCKED =
            """
            select practitioner_id, false as booked,
                   array_agg(date_part('epoch', starts)) as starts,
                   array_agg(date_part('epoch', ends)) as ends
              from time_off
             where practitioner_id in (%1$s) and ends > ? and starts < ?
             group by practitioner_id
            union all
            select practitioner_id, true,
                   array_agg(date_part('epoch', busy_starts)),
                   array_agg(date_part('epoch', busy_ends))
              from appointment
             where practitioner_id in (%1$s) and status not in ('cancelled', 'no-show')
               and busy_starts > ? and busy_starts < ? and busy_ends > ?
               and (hold_expires_at is null or hold_expires_at > ?)
               and id <> ?
             group by practitioner_id
            """;

    private static final String EPISODES =
            """
            select e.id, e.birth_date, e.birth_mode, e.closed_on, c.episode_id, c.condition, c.noted_on,
                   e.due_date, e.opened_on, e.patient_id, e.plurality, e.reason, e.stage, e.version
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
        jdbc.read(SESSION, (Object) session);
    }

    void service(String slug) throws SQLException {
        jdbc.read(SERVICE_COLUMNS + " where active and slug = ?", slug);
    }

    void services() throws SQLException {
        jdbc.read(SERVICE_COLUMNS + " where active order by sort_order, name");
    }

    void givers(UUID service) throws SQLException {
        jdbc.read(GIVERS, service);
    }

    /** The hours, and what is busy, on dates from {@code from} until before {@code to}. */
    void schedules(List<UUID> asked, LocalDate from, LocalDate to) throws SQLException {
        List<UUID> practitioners = Jdbc.padded(asked);
        String marks = Jdbc.marks(practitioners);
        jdbc.read(
                HOURS.formatted(marks),
                practitioners,
                practitioners,
                from.minusDays(1),
                to.plusDays(2));
        OffsetDateTime start = midnight(from.minusDays(1));
        OffsetDateTime end = midnight(to.plusDays(1));
        jdbc.read(
                BLOCKED.formatted(marks),
                practitioners,
                start,
                end,
                practitioners,
                start.minusDays(1),
                end,
                start,
                OffsetDateTime.now(ZoneOffset.UTC),
                NOBODY);
    }

    void openEpisodes(List<Object> patients) throws SQLException {
        List<Object> padded = Jdbc.padded(patients);
        jdbc.read(EPISODES.formatted(Jdbc.marks(padded)), padded);
    }

    void audit(String action, String entity, @Nullable UUID id, @Nullable UUID patient)
            throws SQLException {
        jdbc.read(
                """
                insert into audit_entry (account_id, action, actor, at, entity, entity_id, found, link_id, patient_id)
                values (?, ?, 'staff', ?, ?, ?, null, null, ?) returning id
                """,
                BigClinic.STAFF,
                action,
                OffsetDateTime.now(ZoneOffset.UTC),
                entity,
                id,
                patient);
    }

    private static OffsetDateTime midnight(LocalDate date) {
        return date.atTime(LocalTime.MIDNIGHT).atZone(BigClinic.ZONE).toOffsetDateTime();
    }
}
