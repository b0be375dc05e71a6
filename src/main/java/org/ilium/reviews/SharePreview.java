package org.ilium.reviews;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * What a patient is shown before she decides whether strangers may read her review: exactly what
 * they would see for each name style, the terms, and her own words that speak of her body.
 */
@TemplateData
public record SharePreview(
        List<Style> styles,
        String practitionerName,
        AuthorizationTerms terms,
        List<String> sensitiveWords) {

    /** One name style and the review under it. */
    @TemplateData
    public record Style(NameStyle style, PublicReview review) {}
}
