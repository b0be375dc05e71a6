package org.ilium.reviews;

/**
 * What a patient chose and signed: the name style, whether her practitioner's name may be shown,
 * the name she typed as her signature, and the version of the terms she read.
 */
public record Permission(
        NameStyle style, boolean showPractitioner, String signature, String termsVersion) {}
