package org.ilium.booking.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.BookedVia;
import org.ilium.booking.CancelReason;
import org.ilium.clinic.ServiceMode;
import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;

/** An appointment as staff programs see it; times in UTC, without buffers. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Appointment")
record AppointmentJson(
        UUID id,
        int version,
        @Schema(implementation = AppointmentStatus.class) String status,
        Instant start,
        Instant end,
        UUID serviceId,
        String service,
        @Schema(implementation = ServiceMode.class) String mode,
        UUID practitionerId,
        String practitioner,
        @Nullable UUID patientId,
        String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String zone,
        @Schema(implementation = Stage.class) @Nullable String stage,
        @Nullable Integer weeks,
        @Nullable String reason,
        @Nullable String note,
        @Schema(
                        description =
                                "When it was booked or moved there, it was over another appointment"
                                        + " on purpose; false when nothing overlapped, whatever was"
                                        + " allowed")
                boolean overlapAllowed,
        @Schema(implementation = BookedVia.class) String bookedVia,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant cancelledAt,
        @Schema(enumeration = {AppointmentDetails.BY_CLINIC, AppointmentDetails.BY_PATIENT})
                @Nullable String cancelledBy,
        @Schema(implementation = CancelReason.class) @Nullable String cancelReason) {

    static AppointmentJson of(AppointmentDetails details) {
        AppointmentInfo info = details.info();
        return new AppointmentJson(
                info.id(),
                info.version(),
                info.status().code(),
                info.time().start(),
                info.time().end(),
                info.serviceId(),
                info.serviceName(),
                info.mode(),
                info.practitionerId(),
                info.practitionerName(),
                info.patientId(),
                details.name(),
                info.contactPhone(),
                info.contactEmail(),
                info.personZone() == null ? null : info.personZone().getId(),
                details.reason().stage() == null ? null : details.reason().stage().code(),
                details.reason().weeks(),
                details.reason().reason(),
                details.note(),
                details.overlapAllowed(),
                details.bookedVia().code(),
                details.createdAt(),
                details.updatedAt(),
                details.cancelledAt(),
                details.cancelledBy(),
                details.cancelReason() == null ? null : details.cancelReason().code());
    }
}
