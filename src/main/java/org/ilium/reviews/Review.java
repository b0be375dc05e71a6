package org.ilium.reviews;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a patient wrote after a visit; the database refuses any change of it. */
@Entity
class Review {

    @Id UUID id;

    @Column(updatable = false)
    UUID invitationId;

    @Column(updatable = false)
    short rating;

    @Column(updatable = false)
    String text;

    @Column(updatable = false)
    Instant writtenAt;

    @Column(updatable = false)
    UUID practitionerId;

    @Column(updatable = false)
    LocalDate visitMonth;

    @Column(updatable = false)
    boolean demo;

    ReviewStatus status;

    @Nullable UUID shownUnder;

    void show(ReviewAuthorization authorization) {
        status = ReviewStatus.SHOWN;
        shownUnder = authorization.id;
    }

    void hide(ReviewStatus as) {
        status = as;
        shownUnder = null;
    }
}
