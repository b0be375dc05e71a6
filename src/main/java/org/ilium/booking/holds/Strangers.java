package org.ilium.booking.holds;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ilium.booking.Stranger;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Tells strangers apart by the network they come from without keeping it: what is stored is its
 * HMAC under a key of the day, which all replicas share and which is gone the day after.
 */
@Singleton
public class Strangers {

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int KEPT_BYTES = 16;

    private final Sql sql;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable Key known;

    Strangers(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Call it before a transaction: the first of a day writes the day's key in its own. */
    public Stranger from(String network) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key(), HMAC));
            byte[] hash = mac.doFinal(network.getBytes(StandardCharsets.UTF_8));
            return new Stranger(HexFormat.of().formatHex(Arrays.copyOf(hash, KEPT_BYTES)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    private byte[] key() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Key key = known;
        if (key == null || !key.day.equals(today)) {
            key = QuarkusTransaction.requiringNew().call(() -> read(today));
            known = key;
        }
        return key.bytes;
    }

    private Key read(LocalDate day) {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        sql.change("delete from network_key where day < ?", day);
        sql.change("insert into network_key values (?, ?) on conflict do nothing", day, fresh);
        byte[] kept =
                sql.list("select key from network_key where day = ?", row -> row.bytes(1), day)
                        .get(0);
        return new Key(day, kept);
    }

    private record Key(LocalDate day, byte[] bytes) {}
}
