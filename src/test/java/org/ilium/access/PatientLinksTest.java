package org.ilium.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;
import org.ilium.access.LinkOutcome.Closed;
import org.ilium.access.LinkOutcome.Expired;
import org.ilium.access.LinkOutcome.Opened;
import org.ilium.access.LinkOutcome.Unknown;
import org.ilium.fixture.TestClock;
import org.ilium.shared.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PatientLinksTest {

    @Inject PatientLinks links;
    @Inject EntityManager database;
    @Inject TestClock clock;

    private final UUID subject = Ids.next();

    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void aLinkOpensItsSubject() {
        String token = links.mint(LinkKind.PLAN, subject, Duration.ofDays(1));

        assertThat(token).hasSizeGreaterThanOrEqualTo(22);
        assertThat(links.open(LinkKind.PLAN, token))
                .isInstanceOfSatisfying(
                        Opened.class, opened -> assertThat(opened.subjectId()).isEqualTo(subject));
    }

    @Test
    void itExpiresAtTheEndOfItsValidity() {
        clock.set(clock.instant());
        String token = links.mint(LinkKind.PLAN, subject, Duration.ofDays(1));

        clock.advance(Duration.ofDays(1).minusMillis(1));
        assertThat(links.open(LinkKind.PLAN, token)).isInstanceOf(Opened.class);

        clock.advance(Duration.ofMillis(1));
        assertThat(links.open(LinkKind.PLAN, token)).isEqualTo(new Expired(subject));
    }

    @Test
    void aLinkOfAnotherKindIsUnknown() {
        String token = links.mint(LinkKind.PLAN, subject, Duration.ofDays(1));

        assertThat(links.open(LinkKind.REVIEW, token)).isEqualTo(new Unknown());
    }

    @Test
    void aLinkNeverMadeIsUnknown() {
        assertThat(links.open(LinkKind.PLAN, Token.mint())).isEqualTo(new Unknown());
        assertThat(links.open(LinkKind.PLAN, "../../etc/passwd\u0000")).isEqualTo(new Unknown());
        assertThat(links.open(LinkKind.PLAN, "")).isEqualTo(new Unknown());
    }

    @Test
    void aRevokedLinkIsClosedEvenAfterItWouldHaveExpired() {
        String token = links.mint(LinkKind.PLAN, subject, Duration.ofDays(1));
        String other = links.mint(LinkKind.APPOINTMENT, subject, Duration.ofDays(3));

        int closed = links.revokeAll(LinkKind.PLAN, subject);

        assertThat(closed).isEqualTo(1);
        assertThat(links.open(LinkKind.PLAN, token)).isEqualTo(new Closed());
        clock.advance(Duration.ofDays(2));
        assertThat(links.open(LinkKind.PLAN, token)).isEqualTo(new Closed());
        assertThat(links.open(LinkKind.APPOINTMENT, other)).isInstanceOf(Opened.class);
    }

    @Test
    void theStandingCountsWhatIsGoodNowAndTellsWhenOneWasClosed() {
        clock.set(clock.instant());
        links.mint(LinkKind.PLAN, subject, Duration.ofDays(1));
        links.mint(LinkKind.PLAN, subject, Duration.ofDays(3));
        clock.advance(Duration.ofDays(2));
        assertThat(links.standing(LinkKind.PLAN, subject)).isEqualTo(new LinkStanding(1, null));

        links.revokeAll(LinkKind.PLAN, subject);

        assertThat(links.standing(LinkKind.PLAN, subject))
                .isEqualTo(new LinkStanding(0, clock.instant()));
        assertThat(links.revokeAll(LinkKind.PLAN, subject)).isZero();
    }

    @Test
    void theTokenItselfIsNotStored() {
        String token = links.mint(LinkKind.PLAN, subject, Duration.ofDays(1));

        Object row =
                database.createNativeQuery(
                                "select l::text || encode(token_hash, 'escape')"
                                        + " from patient_link l where subject_id = ?1")
                        .setParameter(1, subject)
                        .getSingleResult();

        assertThat(row.toString()).contains(subject.toString()).doesNotContain(token);
    }
}
