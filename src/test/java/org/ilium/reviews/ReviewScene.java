package org.ilium.reviews;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.jspecify.annotations.Nullable;

/** Visits and reviews for tests, made by the real steps and a signed-in member of staff. */
public final class ReviewScene {

    private final ClinicFixture clinic = ClinicFixture.open();
    private int visits;

    public ReviewScene() {
        SignedIn.inThisTest(Roles.FRONT_DESK, Roles.THERAPIST, Roles.ADMINISTRATOR);
    }

    public ClinicFixture clinic() {
        return clinic;
    }

    /** A patient named Demo Ada who may be asked by mail. */
    public UUID patient() {
        return patient("demo.ada@example.org", true);
    }

    public UUID patient(@Nullable String email, boolean reviewAsks) {
        UUID id = UUID.randomUUID();
        sql(
                "insert into patient (id, given_name, family_name, email, review_asks, created_at)"
                        + " values (?1, 'Ada', 'Demo', ?2, ?3, now())",
                id,
                email,
                reviewAsks);
        return id;
    }

    public UUID episode(UUID patientId, String stage, @Nullable LocalDate dueDate) {
        UUID id = UUID.randomUUID();
        sql(
                "insert into episode_of_care (id, patient_id, stage, due_date, opened_on)"
                        + " values (?1, ?2, ?3, cast(?4 as date), current_date)",
                id,
                patientId,
                stage,
                dueDate == null ? null : dueDate.toString());
        return id;
    }

    public void closeEpisode(UUID id) {
        sql("update episode_of_care set closed_on = current_date where id = ?1", id);
    }

    /** A follow-up of one of the last days that was completed; returns the appointment. */
    public UUID completedVisit(UUID patientId) {
        Instant start = clinic.at(clinic.day().minusDays(4 + visits++), "10:00");
        return clinic.completed(clinic.bookedFor(patientId, start)).id();
    }

    public UUID invitation(UUID appointmentId) {
        return bean(ReviewInvitations.class).ofAppointment(appointmentId).orElseThrow().id();
    }

    /** A patient who was at the clinic; returns her invitation. */
    public UUID invited() {
        return invitation(completedVisit(patient()));
    }

    public String token(UUID invitationId) {
        return bean(ReviewInvitations.class).mintLink(invitationId);
    }

    public LinkOutcome.Opened link(UUID invitationId) {
        return (LinkOutcome.Opened)
                bean(PatientLinks.class).open(LinkKind.REVIEW, token(invitationId));
    }

    public UUID written(int rating, String text) {
        return written(invited(), rating, text);
    }

    public UUID written(UUID invitationId, int rating, String text) {
        return bean(ReviewWriting.class).write(link(invitationId), rating, text).orThrow();
    }

    /** Signs for the first name; returns the authorization. */
    public UUID authorized(UUID reviewId) {
        bean(ReviewPermissions.class)
                .authorize(
                        link(invitationOf(reviewId)),
                        new Permission(
                                NameStyle.FIRST_NAME,
                                false,
                                "Ada Demo",
                                AuthorizationTerms.VERSION))
                .orThrow();
        return authorizationOf(reviewId);
    }

    public UUID authorizationOf(UUID reviewId) {
        return (UUID)
                one(
                        "select id from review_authorization where review_id = ?1"
                                + " and withdrawn_at is null",
                        reviewId);
    }

    public UUID shown(int rating, String text) {
        UUID id = written(rating, text);
        bean(ReviewQueue.class).decide(id, authorized(id), ModerationDecision.SHOW, null).orThrow();
        return id;
    }

    public UUID invitationOf(UUID reviewId) {
        return (UUID) one("select invitation_id from review where id = ?1", reviewId);
    }

    /** Lets the waiting time pass and asks all who are due. */
    public void askDue() {
        TestClock clock = bean(TestClock.class);
        clock.advance(Duration.ofDays(2));
        bean(DueInvitations.class).askAllDue();
    }

    public Object one(String sql, Object... values) {
        return QuarkusTransaction.requiringNew()
                .call(() -> query(sql, values).getSingleResultOrNull());
    }

    public int sql(String sql, Object... values) {
        return QuarkusTransaction.requiringNew().call(() -> query(sql, values).executeUpdate());
    }

    private static jakarta.persistence.Query query(String sql, Object... values) {
        var query = bean(EntityManager.class).createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
