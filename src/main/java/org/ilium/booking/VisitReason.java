package org.ilium.booking;

import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What the person said when booking: {@code weeks} pregnant or since the birth, null when neither
 * or not asked; {@code reason} is her own words, at most 1000 characters. Health data.
 */
public record VisitReason(@Nullable Stage stage, @Nullable Integer weeks, @Nullable String reason) {

    public static final VisitReason NOT_ASKED = new VisitReason(null, null, null);
}
