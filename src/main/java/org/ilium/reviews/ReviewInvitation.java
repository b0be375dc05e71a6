package org.ilium.reviews;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One completed visit: whether and when its patient is asked, or why she is not. */
@Entity
@Table(name = "review_invitation")
class ReviewInvitation {

    @Id UUID id;

    @Column(name = "appointment_id")
    UUID appointmentId;

    @Column(name = "patient_id")
    @Nullable UUID patientId;

    @Column(name = "episode_id")
    @Nullable UUID episodeId;

    @Column(name = "practitioner_id")
    UUID practitionerId;

    @Column(name = "practitioner_name")
    String practitionerName;

    @Column(name = "visit_month")
    LocalDate visitMonth;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "asked_at")
    @Nullable Instant askedAt;

    @Column(name = "excluded_reason")
    @Nullable ExclusionReason excludedReason;

    @Column(name = "excluded_at")
    @Nullable Instant excludedAt;

    Invitation view() {
        return new Invitation(
                id,
                appointmentId,
                patientId,
                practitionerId,
                practitionerName,
                YearMonth.from(visitMonth));
    }
}
