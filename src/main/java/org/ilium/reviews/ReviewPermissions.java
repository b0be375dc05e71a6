package org.ilium.reviews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.LinkOutcome;
import org.ilium.clinic.ClinicCard;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.reviews.ReviewOutcome.Done;
import org.ilium.reviews.ReviewOutcome.Refused;
import org.ilium.shared.Ids;
import org.jspecify.annotations.Nullable;

/** A patient's permission to show her review to strangers: seen in full, signed, taken back. */
@ApplicationScoped
public class ReviewPermissions {

    private final ReviewRepository repository;
    private final Reviews reviews;
    private final Patients patients;
    private final ClinicCard clinic;
    private final AuditTrail audit;
    private final Clock clock;

    ReviewPermissions(
            ReviewRepository repository,
            Reviews reviews,
            Patients patients,
            ClinicCard clinic,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.reviews = reviews;
        this.patients = patients;
        this.clinic = clinic;
        this.audit = audit;
        this.clock = clock;
    }

    /** What there is to decide; empty when nothing is written or a permission is in force. */
    @Transactional
    public Optional<SharePreview> preview(UUID invitationId) {
        Optional<Review> review =
                repository
                        .ofInvitation(invitationId)
                        .filter(r -> repository.authorization(r.id, reviews.today()).isEmpty());
        return review.map(r -> preview(r, reviews.invitation(invitationId).orElseThrow()));
    }

    private SharePreview preview(Review review, Invitation invitation) {
        PatientInfo patient = patient(invitation);
        return new SharePreview(
                Arrays.stream(NameStyle.values())
                        .map(
                                s ->
                                        new SharePreview.Style(
                                                s, preview(review, invitation, s, patient)))
                        .toList(),
                invitation.practitionerName(),
                terms(),
                SensitiveWords.in(review.text));
    }

    private static PublicReview preview(
            Review review, Invitation invitation, NameStyle style, PatientInfo patient) {
        return new PublicReview(
                review.id,
                review.rating,
                review.text,
                style.shown(patient.givenName(), patient.familyName()),
                invitation.practitionerName(),
                YearMonth.from(review.visitMonth),
                review.demo);
    }

    /** Signs a permission for exactly what {@link #preview} showed. */
    @Transactional
    public ReviewOutcome authorize(LinkOutcome.Opened link, Permission permission) {
        Optional<Review> found = repository.lockOfInvitation(link.subjectId());
        if (found.isEmpty()) {
            return new Refused(ReviewRefusal.WRITE_FIRST);
        }
        Review review = found.get();
        Optional<ReviewAuthorization> earlier = repository.notWithdrawn(review.id);
        if (earlier.filter(a -> a.expiresOn.isAfter(reviews.today())).isPresent()) {
            return new Refused(ReviewRefusal.ALREADY_AUTHORIZED);
        }
        AuthorizationTerms terms = terms();
        if (!terms.version().equals(permission.termsVersion())) {
            return new Refused(ReviewRefusal.TERMS_CHANGED);
        }
        Invitation invitation = reviews.invitation(review.invitationId).orElseThrow();
        earlier.ifPresent(a -> end(review, a, ReviewStatus.WRITTEN));
        review.hide(ReviewStatus.WRITTEN);
        database().persist(signed(review, invitation, permission, terms));
        audit.recordByPatient(
                link.linkId(), "authorize", "review", review.id, invitation.patientId());
        return new Done(review.id);
    }

    private ReviewAuthorization signed(
            Review review, Invitation invitation, Permission permission, AuthorizationTerms terms) {
        PatientInfo patient = patient(invitation);
        ReviewAuthorization signed = new ReviewAuthorization();
        signed.id = Ids.next();
        signed.reviewId = review.id;
        signed.shownText = review.text;
        signed.shownRating = review.rating;
        signed.nameStyle = permission.style();
        signed.shownName = permission.style().shown(patient.givenName(), patient.familyName());
        signed.shownPractitioner =
                permission.showPractitioner() ? invitation.practitionerName() : null;
        signed.termsVersion = terms.version();
        signed.termsText = terms.text();
        signed.signature = permission.signature();
        signed.signedAt = clock.instant();
        signed.expiresOn = terms.expiresOn();
        return signed;
    }

    /**
     * Takes the permission back and the review down, at once. {@code linkId} is null when the link
     * has run out: taking back is possible for ever.
     */
    @Transactional
    public ReviewOutcome withdraw(UUID invitationId, @Nullable UUID linkId) {
        Optional<Review> found = repository.lockOfInvitation(invitationId);
        if (found.isEmpty()) {
            return new Refused(ReviewRefusal.NOTHING_WRITTEN);
        }
        Review review = found.get();
        Optional<ReviewAuthorization> permission = repository.notWithdrawn(review.id);
        if (permission.isEmpty()) {
            return new Done(review.id);
        }
        end(review, permission.get(), ReviewStatus.WITHDRAWN);
        UUID patient = reviews.invitation(invitationId).orElseThrow().patientId();
        if (linkId == null) {
            audit.recordByPublic("withdraw", "review", review.id, patient);
        } else {
            audit.recordByPatient(linkId, "withdraw", "review", review.id, patient);
        }
        return new Done(review.id);
    }

    /** Unshows first: the database refuses to withdraw what is shown. */
    void end(Review review, ReviewAuthorization permission, ReviewStatus as) {
        review.hide(as);
        database().flush();
        permission.withdrawnAt = clock.instant();
        database().flush();
    }

    private EntityManager database() {
        return repository.getEntityManager();
    }

    private PatientInfo patient(Invitation invitation) {
        return patients.find(Objects.requireNonNull(invitation.patientId())).orElseThrow();
    }

    private AuthorizationTerms terms() {
        return AuthorizationTerms.of(clinic.getName(), clinic.getPhoneShown(), reviews.today());
    }
}
