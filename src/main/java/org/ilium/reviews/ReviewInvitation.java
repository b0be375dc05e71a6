package org.ilium.reviews;

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

    UUID appointmentId;

    @Nullable UUID patientId;

    @Nullable UUID episodeId;

    UUID practitionerId;

    String practitionerName;

    LocalDate visitMonth;

    Instant dueAt;

    @Nullable Instant askedAt;

    @Nullable ExclusionReason excludedReason;

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
