package org.ilium.reviews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.PatientLinks;
import org.ilium.patients.Patients;

/** Lets a patient stop being asked for reviews, with the link of such an ask, expired or not. */
@ApplicationScoped
public class ReviewAsks {

    private final PatientLinks links;
    private final Reviews reviews;
    private final Patients patients;
    private final AuditTrail audit;

    ReviewAsks(PatientLinks links, Reviews reviews, Patients patients, AuditTrail audit) {
        this.links = links;
        this.reviews = reviews;
        this.patients = patients;
        this.audit = audit;
    }

    /** Whether the link belongs to somebody who can be asked. */
    @Transactional
    public boolean canStop(String token) {
        return patientOf(links.open(LinkKind.REVIEW, token)).isPresent();
    }

    /** Stops all asks to her; asking again changes nothing. False when the link is nobody's. */
    @Transactional
    public boolean stop(String token) {
        LinkOutcome link = links.open(LinkKind.REVIEW, token);
        Optional<UUID> patient = patientOf(link);
        if (patient.isEmpty()) {
            return false;
        }
        if (patients.stopReviewAsks(patient.get())) {
            note(link, patient.get());
        }
        return true;
    }

    private void note(LinkOutcome link, UUID patientId) {
        if (link instanceof LinkOutcome.Opened opened) {
            audit.recordByPatient(opened.linkId(), "stop", "review-asks", patientId, patientId);
        } else {
            audit.recordByPublic("stop", "review-asks", patientId, patientId);
        }
    }

    private Optional<UUID> patientOf(LinkOutcome link) {
        UUID invitation =
                link instanceof LinkOutcome.Opened opened
                        ? opened.subjectId()
                        : link instanceof LinkOutcome.Expired expired ? expired.subjectId() : null;
        return Optional.ofNullable(invitation)
                .flatMap(reviews::invitation)
                .map(Invitation::patientId);
    }
}
