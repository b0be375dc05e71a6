package org.ilium.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Singleton;
import org.ilium.shared.ElapsedTime;

/**
 * How much of its allowances each address has left. Kept in this replica's memory on purpose: what
 * is to be spared is the database, and a limit in it would cost each request a write. So with n
 * replicas an address may up to n times as much, and a restart forgets; nothing that must be right
 * rests on it. Memory is bounded: an address not seen for a whole period has its full allowance
 * again and is forgotten, and beyond {@value #MOST} the least recently seen are. Setting the
 * machine's clock changes nobody's allowance.
 */
@Singleton
class AddressLimits {

    static final int MOST = 100_000;

    private final LimitSettings settings;
    private final TimeMeter time;
    private final Cache<Key, Bucket> buckets;

    AddressLimits(LimitSettings settings, ElapsedTime elapsed) {
        this.settings = settings;
        this.time = meter(elapsed);
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterAccess(settings.period())
                        .ticker(time::currentTimeNanos)
                        .executor(Runnable::run)
                        .build();
    }

    /** What one address has left of one allowance. */
    Bucket of(Allowance allowance, String address) {
        return buckets.get(new Key(allowance, address), key -> full(key.allowance));
    }

    private Bucket full(Allowance allowance) {
        int most = settings.of(allowance);
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, settings.period()))
                .withCustomTimePrecision(time)
                .build();
    }

    private static TimeMeter meter(ElapsedTime elapsed) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return elapsed.nanos();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }

    private record Key(Allowance allowance, String address) {}
}
