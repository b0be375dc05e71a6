package org.ilium.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Links for choosing a password, good once and for 24 hours; a new one ends the one before. */
@ApplicationScoped
class SetupLinks implements PanacheRepositoryBase<SetupLink, byte[]> {

    private static final Duration VALIDITY = Duration.ofHours(24);

    private final Clock clock;
    private final String baseUrl;

    SetupLinks(Clock clock, @ConfigProperty(name = "ilium.base-url") String baseUrl) {
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    String mintForFirstAdministrator() {
        delete("accountId is null and usedAt is null");
        return baseUrl + "/setup/" + mint(null);
    }

    String mintFor(UUID accountId) {
        revokeFor(accountId);
        return baseUrl + "/invite/" + mint(accountId);
    }

    void revokeFor(UUID accountId) {
        delete("accountId = ?1 and usedAt is null", accountId);
    }

    private String mint(@Nullable UUID accountId) {
        String token = Token.mint();
        SetupLink link = new SetupLink();
        link.tokenHash = Token.hash(token);
        link.accountId = accountId;
        link.createdAt = clock.instant();
        link.expiresAt = link.createdAt.plus(VALIDITY);
        persist(link);
        return token;
    }

    boolean isGoodForFirstAdministrator(String token) {
        return good(token, LockModeType.NONE).filter(l -> l.accountId == null).isPresent();
    }

    /** Like {@link #isGoodForFirstAdministrator}; a second caller waits for the first to end. */
    boolean lockForFirstAdministrator(String token) {
        return good(token, LockModeType.PESSIMISTIC_WRITE)
                .filter(l -> l.accountId == null)
                .isPresent();
    }

    /** Whose invite link it is; empty when it is not good. */
    Optional<UUID> accountOf(String token) {
        return good(token, LockModeType.NONE).map(l -> l.accountId);
    }

    /** Like {@link #accountOf}; a second caller waits for the first to end. */
    Optional<UUID> lockAccountOf(String token) {
        return good(token, LockModeType.PESSIMISTIC_WRITE).map(l -> l.accountId);
    }

    void useUp(String token) {
        update("usedAt = ?1 where tokenHash = ?2", clock.instant(), Token.hash(token));
    }

    private Optional<SetupLink> good(String token, LockModeType lock) {
        Instant now = clock.instant();
        return find("tokenHash", Token.hash(token))
                .withLock(lock)
                .firstResultOptional()
                .filter(l -> l.usedAt == null && now.isBefore(l.expiresAt));
    }
}
