package org.ilium.reviews;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Exactly what a patient signed that strangers may see, until she takes it back. */
@Entity
@Table(name = "review_authorization")
class ReviewAuthorization {

    @Id UUID id;

    @Column(updatable = false)
    UUID reviewId;

    @Column(updatable = false)
    String shownText;

    @Column(updatable = false)
    short shownRating;

    @Column(updatable = false)
    NameStyle nameStyle;

    @Column(updatable = false)
    String shownName;

    @Column(updatable = false)
    @Nullable String shownPractitioner;

    @Column(updatable = false)
    String termsVersion;

    @Column(updatable = false)
    String termsText;

    @Column(updatable = false)
    String signature;

    @Column(updatable = false)
    Instant signedAt;

    @Column(updatable = false)
    LocalDate expiresOn;

    @Nullable Instant withdrawnAt;
}
