package org.ilium.booking.holds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.booking.Stranger;
import org.ilium.clinic.TimeBlocked;
import org.ilium.shared.Interval;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * How long strangers keep times from others while they fill in the form. Nobody is refused because
 * of what others hold: who holds much holds it shorter, and beyond a share the oldest ends early. A
 * hold that has ended still books its time as long as nobody else has taken it, so that whoever is
 * only slow loses nothing.
 */
@ApplicationScoped
public class HeldTimes {

    /** So many from one network may be several people; more are kept for {@link #SHORT} only. */
    private static final int FULL_LENGTH = 2;

    /** How long a visitor may take over the form, mostly, before others may have the time. */
    public static final Duration LENGTH = Duration.ofMinutes(5);

    static final Duration SHORT = Duration.ofMinutes(2);

    /** One network keeps one time no longer than this, however often it asks again. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final Sql sql;
    private final Clock clock;
    private final int mostHeldByOne;
    private final int mostHeld;

    HeldTimes(
            Sql sql,
            Clock clock,
            @ConfigProperty(name = "ilium.booking.most-held-by-one") int mostHeldByOne,
            @ConfigProperty(name = "ilium.booking.most-held") int mostHeld) {
        this.sql = sql;
        this.clock = clock;
        this.mostHeldByOne = mostHeldByOne;
        this.mostHeld = mostHeld;
    }

    /** Until when this stranger may keep a time from now on; {@code now} itself for not at all. */
    public HeldTime held(
            UUID holdId, UUID practitionerId, Interval busy, @Nullable Stranger from, Instant now) {
        String network = from == null ? null : from.network();
        Standing standing =
                sql.list(
                                """
                                select (select count(*) from appointment
                                         where network = ? and status = 'held'
                                           and hold_expires_at > ? and id <> ?),
                                       (select count(*) from appointment
                                         where practitioner_id = ? and status = 'held'
                                           and hold_expires_at > ? and id <> ?),
                                       (select min(held_since) from appointment
                                         where practitioner_id = ? and status = 'held'
                                           and status not in ('cancelled', 'no-show')
                                           and (network = ? or id = ?) and hold_expires_at > ?
                                           and busy_starts < ? and busy_ends > ?
                                           and busy_starts > cast(? as timestamptz) - interval '24 hours')
                                """,
                                row ->
                                        new Standing(
                                                row.number(1), row.number(2), row.instantOrNull(3)),
                                network,
                                now,
                                holdId,
                                practitionerId,
                                now,
                                holdId,
                                practitionerId,
                                network,
                                holdId,
                                now.minus(LONGEST),
                                busy.end(),
                                busy.start(),
                                busy.start())
                        .get(0);
        boolean crowded = standing.his >= FULL_LENGTH || standing.theirs >= mostHeld;
        Instant since = standing.since == null ? now : standing.since;
        Instant until = now.plus(crowded ? SHORT : LENGTH);
        Instant last = since.plus(LONGEST);
        return new HeldTime(since, until.isBefore(last) ? until : last.isAfter(now) ? last : now);
    }

    /** Held by this stranger, with this practitioner, and since when he has had this time. */
    private record Standing(int his, int theirs, @Nullable Instant since) {}

    /**
     * Ends what is held beyond a share, once the newest hold is to be seen by everybody. So two at
     * the same moment need not wait for each other: whoever comes last sees both.
     */
    public void keepShares(UUID practitionerId, @Nullable Stranger from) {
        Instant now = clock.instant();
        if (from != null) {
            shortenHis(from, now);
        }
        sql.change(
                """
                with h as (select id, created_at,
                                  count(*) over (partition by coalesce(network, id::text)) as his
                             from appointment
                            where practitioner_id = ? and status = 'held' and hold_expires_at > ?)
                update appointment set hold_expires_at = ?
                 where id in (select a.id from appointment a join h on h.id = a.id
                               where a.status = 'held'
                               order by h.his desc, h.created_at, h.id
                               limit (select greatest(count(*) - cast(? as int), 0) from h)
                                 for update of a skip locked)
                """,
                practitionerId,
                now,
                now,
                mostHeld);
    }

    /** A hold that becomes a booking at this moment is locked, and left alone. */
    private void shortenHis(Stranger from, Instant now) {
        sql.change(
                """
                with h as (select id, count(*) over () as all_his,
                                  row_number() over (order by created_at desc, id desc) as place
                             from appointment
                            where network = ? and status = 'held' and hold_expires_at > ?),
                     shorter as (select a.id,
                                        case when h.place > ? then cast(? as timestamptz)
                                             else greatest(?, a.created_at + interval '%d seconds')
                                         end as until
                                   from appointment a join h on h.id = a.id
                                  where a.status = 'held' and h.all_his > ?
                                    for update of a skip locked)
                update appointment a set hold_expires_at = shorter.until
                  from shorter where a.id = shorter.id and a.hold_expires_at > shorter.until
                """
                        .formatted(SHORT.toSeconds()),
                from.network(),
                now,
                mostHeldByOne,
                now,
                now,
                FULL_LENGTH);
    }

    /** Ends what strangers hold there, for somebody on the phone; false when they hold nothing. */
    public boolean giveWay(UUID practitionerId, Interval busy) {
        Instant now = clock.instant();
        return sql.change(
                        """
                        update appointment set hold_expires_at = ?
                         where id in (select id from appointment
                                       where practitioner_id = ? and status = 'held'
                                         and status not in ('cancelled', 'no-show')
                                         and hold_expires_at > ?
                                         and busy_starts < ? and busy_ends > ?
                                         and busy_starts > cast(? as timestamptz) - interval '24 hours'
                                         for update skip locked)
                        """,
                        now,
                        practitionerId,
                        now,
                        busy.end(),
                        busy.start(),
                        busy.start())
                > 0;
    }

    /** Ends what strangers hold in a time in which nobody works any more. */
    public void giveWay(TimeBlocked blocked) {
        Instant now = clock.instant();
        sql.change(
                """
                update appointment set hold_expires_at = ?
                 where id in (select id from appointment
                               where practitioner_id = coalesce(cast(? as uuid), practitioner_id)
                                 and status = 'held' and hold_expires_at > ?
                                 and starts < ? and ends > ?
                                 for update skip locked)
                """,
                now,
                blocked.practitionerId(),
                now,
                blocked.time().end(),
                blocked.time().start());
    }

    /** When the time is free again at the latest; null unless holds are all that has it. */
    public @Nullable Instant heldUntil(UUID practitionerId, Interval busy) {
        return sql.list(
                        """
                        select case when bool_and(status = 'held') then max(hold_expires_at) end
                          from appointment
                         where practitioner_id = ? and status not in ('cancelled', 'no-show')
                           and busy_starts < ? and busy_ends > ?
                           and busy_starts > cast(? as timestamptz) - interval '24 hours'
                           and (hold_expires_at is null or hold_expires_at > ?)
                        """,
                        row -> new Until(row.instantOrNull(1)),
                        practitionerId,
                        busy.end(),
                        busy.start(),
                        busy.start(),
                        clock.instant())
                .get(0)
                .at;
    }

    private record Until(@Nullable Instant at) {}
}
