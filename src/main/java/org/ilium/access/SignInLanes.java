package org.ilium.access;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * How soon a password may be tried, counted in PostgreSQL so that every replica counts the same. A
 * try is counted before the password is looked at, so that tries sent together count too, and given
 * back when it was right. What was counted never holds up a browser that the account's owner has
 * signed in with: such a browser is a lane of its own. Over all networks an account is held up only
 * from those that no staff have signed in from.
 */
@Singleton
class SignInLanes {

    private static final int BUCKETS = 1 << 16;

    private final Sql sql;
    private final Clock clock;
    private final Tries.Rule pair;
    private final Tries.Rule ofNetwork;
    private final Tries.Rule ofAccount;

    SignInLanes(
            Sql sql,
            Clock clock,
            @ConfigProperty(name = "ilium.sign-in.free-tries") int free,
            @ConfigProperty(name = "ilium.sign-in.longest-wait") Duration longest,
            @ConfigProperty(name = "ilium.sign-in.memory") Duration memory,
            @ConfigProperty(name = "ilium.sign-in.network-tries") int networkTries,
            @ConfigProperty(name = "ilium.sign-in.account-tries") int accountTries,
            @ConfigProperty(name = "ilium.sign-in.period") Duration period) {
        this.sql = sql;
        this.clock = clock;
        this.pair = new Tries.Doubling(free, longest, memory);
        this.ofNetwork = new Tries.Draining(networkTries, period);
        this.ofAccount = new Tries.Draining(accountTries, period);
    }

    /** What one try was counted in. */
    record Lanes(Map<String, Tries.Rule> rules, @Nullable String knownBrowser) {}

    /** Whether the try may go on. */
    sealed interface Turn {}

    /** It may, and was counted in these. */
    record Go(Lanes lanes) implements Turn {}

    /** It may not before; {@code first} when nobody was told of this wait yet. */
    record Wait(Duration remaining, boolean first) implements Turn {}

    /** The lanes of an account, or of an address that opens none; both alike from outside. */
    @Transactional
    public Turn take(@Nullable UUID account, String email, Caller caller) {
        return take(lanes(account, email, caller));
    }

    /** The lane of one who is signed in and tries the account's own password. */
    @Transactional
    public Turn takeForChange(UUID account) {
        return take(new Lanes(Map.of("change:" + account, pair), null));
    }

    /** Locked in one order everywhere: the network, the account, the two together. */
    private Turn take(Lanes lanes) {
        Instant now = clock.instant();
        Map<String, Tries> counted = new LinkedHashMap<>();
        for (Map.Entry<String, Tries.Rule> lane : lanes.rules.entrySet()) {
            Tries tries = lock(lane.getKey(), now);
            Duration wait = tries.remaining(now);
            if (!wait.isZero()) {
                return new Wait(wait, isFirstRefusal(lane.getKey()));
            }
            counted.put(lane.getKey(), tries.andOneMore(lane.getValue(), now));
        }
        counted.forEach(this::save);
        return new Go(lanes);
    }

    /** The password was right: the pair starts anew, the others count one less. */
    @Transactional
    public void giveBack(Lanes lanes) {
        lanes.rules.forEach(
                (lane, rule) -> {
                    if (rule == pair) {
                        sql.change("delete from sign_in_lane where lane = ?", lane);
                    } else {
                        sql.change(
                                """
                                update sign_in_lane
                                   set failures = greatest(failures - 1, 0), free_at = counted_at
                                 where lane = ?""",
                                lane);
                    }
                });
    }

    private Lanes lanes(@Nullable UUID account, String email, Caller caller) {
        String whose = account == null ? "nobody:" + bucket(email) : "account:" + account;
        String browser = account == null ? null : knownBrowser(account, caller);
        Map<String, Tries.Rule> rules = new LinkedHashMap<>();
        if (browser != null) {
            rules.put(whose + " browser:" + browser, pair);
            return new Lanes(rules, browser);
        }
        rules.put("network:" + caller.network(), ofNetwork);
        if (!isStaffNetwork(caller.network())) {
            rules.put(whose, ofAccount);
        }
        rules.put(whose + " network:" + caller.network(), pair);
        return new Lanes(rules, null);
    }

    /** Too few to tell what was typed, enough that strangers' addresses seldom share one. */
    private static String bucket(String email) {
        byte[] hash = Token.hash(email);
        int number = ((hash[0] & 0xff) << 8 | (hash[1] & 0xff)) % BUCKETS;
        return Integer.toHexString(number);
    }

    private @Nullable String knownBrowser(UUID account, Caller caller) {
        if (caller.browserToken() == null) {
            return null;
        }
        return sql
                .list(
                        """
                        select encode(token_hash, 'hex') from staff_browser
                         where token_hash = ? and account_id = ?""",
                        row -> row.text(1),
                        Token.hash(caller.browserToken()),
                        account)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private boolean isStaffNetwork(String network) {
        return !sql.list("select 1 from staff_network where network = ?", row -> 1, network)
                .isEmpty();
    }

    private Tries lock(String lane, Instant now) {
        return sql.list(
                        """
                        insert into sign_in_lane (lane, failures, counted_at, free_at)
                        values (?, 0, ?, ?)
                        on conflict (lane) do update set lane = excluded.lane
                        returning failures, counted_at, free_at""",
                        row -> new Tries(row.decimal(1), row.instant(2), row.instant(3)),
                        lane,
                        now,
                        now)
                .get(0);
    }

    private void save(String lane, Tries tries) {
        sql.change(
                """
                update sign_in_lane
                   set failures = ?, counted_at = ?, free_at = ?, told = false where lane = ?""",
                tries.failures(),
                tries.countedAt(),
                tries.freeAt(),
                lane);
    }

    private boolean isFirstRefusal(String lane) {
        return sql.change("update sign_in_lane set told = true where lane = ? and not told", lane)
                == 1;
    }

    /**
     * Makes the browser and its network known to the account; the token is minted unless the
     * browser already has one of ours.
     */
    @Transactional
    public String remember(UUID account, Caller caller) {
        Instant now = clock.instant();
        String token = Optional.ofNullable(caller.browserToken()).filter(this::isOurs).orElse(null);
        if (token == null) {
            token = Token.mint();
        }
        sql.change(
                """
                insert into staff_browser (token_hash, account_id, last_used_at) values (?, ?, ?)
                on conflict (token_hash, account_id)
                do update set last_used_at = excluded.last_used_at""",
                Token.hash(token),
                account,
                now);
        sql.change(
                """
                insert into staff_network (network, last_used_at) values (?, ?)
                on conflict (network) do update set last_used_at = excluded.last_used_at""",
                caller.network(),
                now);
        return token;
    }

    private boolean isOurs(String token) {
        return !sql.list(
                        "select 1 from staff_browser where token_hash = ? limit 1",
                        row -> 1,
                        Token.hash(token))
                .isEmpty();
    }
}
