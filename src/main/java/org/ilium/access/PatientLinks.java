package org.ilium.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.ilium.shared.Ids;

/**
 * Links that let a patient reach one thing of hers without an account: random, hashed, revocable.
 */
@ApplicationScoped
public class PatientLinks {

    private final LinkRepository links;
    private final Clock clock;

    PatientLinks(LinkRepository links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /**
     * Makes a link good for {@code validity} from now and returns its token, which cannot be read
     * back later. Links made before stay good.
     */
    @Transactional
    public String mint(LinkKind kind, UUID subjectId, Duration validity) {
        String token = Token.mint();
        PatientLink link = new PatientLink();
        link.id = Ids.next();
        link.tokenHash = Token.hash(token);
        link.kind = kind;
        link.subjectId = subjectId;
        link.createdAt = clock.instant();
        link.expiresAt = link.createdAt.plus(validity);
        links.persist(link);
        return token;
    }

    /** What the token opens now; never writes. */
    @Transactional
    public LinkOutcome open(LinkKind kind, String token) {
        return links.find("tokenHash = ?1 and kind = ?2", Token.hash(token), kind)
                .firstResultOptional()
                .map(this::outcome)
                .orElseGet(LinkOutcome.Unknown::new);
    }

    private LinkOutcome outcome(PatientLink link) {
        if (link.revokedAt != null) {
            return new LinkOutcome.Closed();
        }
        Instant now = clock.instant();
        return now.isBefore(link.expiresAt)
                ? new LinkOutcome.Opened(link.subjectId, link.id)
                : new LinkOutcome.Expired(link.subjectId);
    }

    /**
     * Closes every link of that kind to the subject, at once and for good, and returns how many;
     * those closed before keep their time. Who makes a link must see to it that none is made
     * meanwhile.
     */
    @Transactional
    public int revokeAll(LinkKind kind, UUID subjectId) {
        return links.update(
                "revokedAt = ?1 where kind = ?2 and subjectId = ?3 and revokedAt is null",
                clock.instant(),
                kind,
                subjectId);
    }

    /** How the links of that kind to the subject stand now. */
    @Transactional
    public LinkStanding standing(LinkKind kind, UUID subjectId) {
        long open =
                links.count(
                        "kind = ?1 and subjectId = ?2 and revokedAt is null and expiresAt > ?3",
                        kind,
                        subjectId,
                        clock.instant());
        Instant closedAt =
                links.find(
                                "kind = ?1 and subjectId = ?2 and revokedAt is not null"
                                        + " order by revokedAt desc",
                                kind,
                                subjectId)
                        .page(0, 1)
                        .firstResultOptional()
                        .map(link -> link.revokedAt)
                        .orElse(null);
        return new LinkStanding((int) open, closedAt);
    }

    @ApplicationScoped
    static class LinkRepository implements PanacheRepositoryBase<PatientLink, UUID> {}
}
