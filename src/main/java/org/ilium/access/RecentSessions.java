package org.ilium.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Base64;

/** The sessions that were found open a short while ago, by hash; for choosing whom to serve. */
@Singleton
public class RecentSessions {

    private static final int MOST = 10_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    private final Cache<String, Boolean> hashes =
            Caffeine.newBuilder()
                    .maximumSize(MOST)
                    .expireAfterWrite(REMEMBERED)
                    .executor(Runnable::run)
                    .build();

    void add(String token) {
        hashes.put(key(token), true);
    }

    /** Whether the token opened a session lately; whether it still does only the database knows. */
    public boolean has(String token) {
        return hashes.getIfPresent(key(token)) != null;
    }

    private static String key(String token) {
        return Base64.getEncoder().encodeToString(Token.hash(token));
    }
}
