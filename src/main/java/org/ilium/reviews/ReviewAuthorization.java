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

    @Column(name = "review_id", updatable = false)
    UUID reviewId;

    @Column(name = "shown_text", updatable = false)
    String shownText;

    @Column(name = "shown_rating", updatable = false)
    short shownRating;

    @Column(name = "name_style", updatable = false)
    NameStyle nameStyle;

    @Column(name = "shown_name", updatable = false)
    String shownName;

    @Column(name = "shown_practitioner", updatable = false)
    @Nullable String shownPractitioner;

    @Column(name = "terms_version", updatable = false)
    String termsVersion;

    @Column(name = "terms_text", updatable = false)
    String termsText;

    @Column(updatable = false)
    String signature;

    @Column(name = "signed_at", updatable = false)
    Instant signedAt;

    @Column(name = "expires_on", updatable = false)
    LocalDate expiresOn;

    @Column(name = "withdrawn_at")
    @Nullable Instant withdrawnAt;
}
