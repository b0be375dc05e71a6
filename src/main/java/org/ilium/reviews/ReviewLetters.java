package org.ilium.reviews;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ilium.messages.Composition;
import org.ilium.messages.Discretion;
import org.ilium.messages.HeaderText;
import org.ilium.messages.Letter;
import org.ilium.messages.Letters;
import org.ilium.messages.Stationery;
import org.ilium.messages.Stationery.ClinicView;
import org.ilium.messages.Stationery.Text;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.shared.EmailAddress;

/** Asks for a review, in the same words whoever she is, with a way out in one press (RFC 8058). */
@Singleton
class ReviewLetters implements Letters {

    private final Reviews reviews;
    private final ReviewInvitations invitations;
    private final Patients patients;
    private final Stationery stationery;

    ReviewLetters(
            Reviews reviews,
            ReviewInvitations invitations,
            Patients patients,
            Stationery stationery) {
        this.reviews = reviews;
        this.invitations = invitations;
        this.patients = patients;
        this.stationery = stationery;
    }

    @Override
    public String subject() {
        return "invitation";
    }

    @Override
    public List<ReviewMessage> kinds() {
        return List.of(ReviewMessage.values());
    }

    @Override
    @Transactional
    public Composition write(Composition.Order order) {
        Optional<Invitation> invitation = reviews.invitation(order.subjectId());
        Optional<PatientInfo> patient =
                invitation
                        .flatMap(i -> Optional.ofNullable(i.patientId()))
                        .flatMap(this::keptUnchanged);
        if (patient.isEmpty()) {
            return new Composition.Unneeded("The invitation is gone.");
        }
        // recorded while the letter waited; the front desk reads these words, the same for both
        if (!patient.get().reviewAsks() || patients.pregnancyEnded(patient.get().id())) {
            return new Composition.Unneeded("She is not to be asked for a review.");
        }
        Optional<String> to = EmailAddress.forRelay(patient.get().email());
        return to.isEmpty()
                ? new Composition.NoAddress()
                : new Composition.Ready(letter(order, to.get(), patient.get()));
    }

    /** As she is, and stays, until her link is kept: so no new link goes to an old address. */
    private Optional<PatientInfo> keptUnchanged(UUID patientId) {
        patients.keepUnchanged(patientId);
        return patients.find(patientId);
    }

    private Letter letter(Composition.Order order, String to, PatientInfo patient) {
        String token = invitations.mintLink(order.subjectId());
        String link = stationery.link("/r/", token);
        String way = stationery.link("/unsubscribe/", token);
        String name = HeaderText.oneLine(patient.givenName());
        return stationery.letter(
                order.messageId(),
                to,
                Discretion.subject(
                        "How was your visit to ",
                        stationery.profile().shortName(),
                        "?",
                        "How was your visit?"),
                new Text(
                        Templates.reviewAskText(stationery.clinicView(), name, link, way).render(),
                        Templates.reviewAskHtml(stationery.clinicView(), name, link, way).render()),
                null,
                Map.of(
                        "List-Unsubscribe",
                        "<" + way + ">",
                        "List-Unsubscribe-Post",
                        "List-Unsubscribe=One-Click"),
                null);
    }

    @CheckedTemplate(basePath = "reviews")
    static class Templates {
        static native TemplateInstance reviewAskHtml(
                ClinicView clinic, String name, String link, String way);

        static native TemplateInstance reviewAskText(
                ClinicView clinic, String name, String link, String way);
    }
}
