package org.ilium.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What happened to staff accounts, in the audit trail: who signed in or failed to, from where and
 * with what. For an address that opens no account nothing of what was typed is kept.
 */
@ApplicationScoped
public class AccountEvents {

    static final String ENTITY = "staff-account";

    private final Sql sql;
    private final Clock clock;

    AccountEvents(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * One event of an account. {@code id} serves as the cursor of the page after it; {@code by} is
     * who did it, null when nobody was signed in; {@code account} is null when an address was tried
     * that opens none.
     */
    public record Event(
            long id,
            Instant at,
            String action,
            @Nullable UUID accountId,
            @Nullable String account,
            @Nullable String by,
            @Nullable String network,
            @Nullable String browser) {}

    /** By the account's owner herself. */
    @Transactional
    void ofOwner(UUID account, String action, Caller caller) {
        write("staff", account, action, account, clock.instant(), caller);
    }

    /** By another member of staff. */
    @Transactional
    void byStaff(UUID by, String action, UUID account, Caller caller) {
        write("staff", by, action, account, clock.instant(), caller);
    }

    /** By whoever tried; {@code account} is null when the address opens none. */
    @Transactional
    void ofStranger(@Nullable UUID account, String action, Caller caller) {
        write("public", null, action, account, clock.instant(), caller);
    }

    /** By nobody: time ran out. */
    @Transactional
    void ofTime(UUID account, String action, Instant at, Caller caller) {
        write("system", null, action, account, at, caller);
    }

    private void write(
            String actor,
            @Nullable UUID by,
            String action,
            @Nullable UUID account,
            Instant at,
            Caller caller) {
        sql.change(
                """
                insert into audit_entry
                       (at, actor, account_id, action, entity, entity_id, network, browser)
                values (?, ?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''))""",
                at,
                actor,
                by,
                action,
                ENTITY,
                account,
                caller.network(),
                caller.browser());
    }

    /**
     * The newest first, {@code limit} at most.
     *
     * @param account only this account's; null for every account's
     * @param before the cursor: only those older than this event; null from the newest on
     */
    @Transactional
    public List<Event> page(@Nullable UUID account, @Nullable Long before, int limit) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("e.entity = 'staff-account'");
        if (account != null) {
            where.append(" and e.entity_id = ?");
            values.add(account);
        }
        if (before != null) {
            where.append(
                    " and (e.at, e.id) < (select c.at, c.id from audit_entry c where c.id = ?)");
            values.add(before);
        }
        values.add(limit);
        return sql.list(
                """
                select e.id, e.at, e.action, e.entity_id, a.display_name, b.display_name,
                       e.network, e.browser
                  from audit_entry e
                  left join staff_account a on a.id = e.entity_id
                  left join staff_account b on b.id = e.account_id
                 where %s
                 order by e.at desc, e.id desc
                 limit ?"""
                        .formatted(where),
                row ->
                        new Event(
                                row.bigNumber(1),
                                row.instant(2),
                                row.text(3),
                                row.orNull(4, UUID.class),
                                row.orNull(5, String.class),
                                row.orNull(6, String.class),
                                row.orNull(7, String.class),
                                row.orNull(8, String.class)),
                values.toArray());
    }
}
