package org.ilium.booking.api;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.booking.BookingRule;
import org.ilium.clinic.ServiceMode;
import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A booking as a program sends it. {@code start} has an offset, or is local to {@code zone}.
 * Without sign-in: {@code contact}, {@code stage} and {@code reason} are needed, {@code redFlags}
 * must answer every question of the page with false, and {@code holdId} books what was held; a
 * time, practitioner or service named beside it must be the held one. Signed in: {@code patientId}
 * or {@code contact}, and {@code mode}, {@code note}, {@code setAside} and {@code toldOnPhone};
 * {@code overlap} and {@code beyondHorizon} are short for some codes of {@code setAside}.
 */
@Schema(name = "Booking")
record BookingBody(
        @Nullable String service,
        @Nullable String practitionerId,
        @Nullable String start,
        @Nullable String zone,
        @Nullable String holdId,
        @Nullable ContactBody contact,
        @Schema(implementation = Stage.class) @Nullable String stage,
        @Nullable Integer weeks,
        @Nullable String reason,
        @Nullable Map<String, Boolean> redFlags,
        @Nullable String patientId,
        @Schema(implementation = ServiceMode.class) @Nullable String mode,
        @Nullable String note,
        @Schema(description = AppointmentsApi.OVERLAP) @Nullable Boolean overlap,
        @Schema(description = AppointmentsApi.BEYOND_HORIZON) @Nullable Boolean beyondHorizon,
        @Schema(description = Telling.DESCRIPTION) @Nullable Boolean toldOnPhone,
        @Schema(description = AppointmentsApi.SET_ASIDE, implementation = BookingRule[].class)
                @Nullable List<@Nullable String> setAside) {

    @Schema(name = "Contact")
    record ContactBody(@Nullable String name, @Nullable String phone, @Nullable String email) {}
}
