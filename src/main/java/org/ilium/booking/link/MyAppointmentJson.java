package org.ilium.booking.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentInfo;
import org.ilium.clinic.ClinicProfile;
import org.jspecify.annotations.Nullable;

/** An appointment as its link shows it, as the page does: no name, no reason; times in UTC. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "MyAppointment")
record MyAppointmentJson(
        int version,
        @Schema(enumeration = {"booked", "cancelled", "over"}) String status,
        Instant start,
        Instant end,
        @Schema(description = "Her zone, the clinic's when she chose none") String zone,
        String clinicZone,
        String service,
        @Schema(enumeration = {"phone", "video", "in-person"}) String mode,
        UUID practitionerId,
        String practitioner,
        @Schema(description = "The last digits of the number we call; absent if none")
                @Nullable String phoneEnd,
        @Schema(description = "Whether she may still move or cancel it here") boolean changeable,
        @Schema(description = "Not included; absent when it cannot be changed here at all")
                @Nullable Instant changeableUntil,
        @Schema(enumeration = {AppointmentDetails.BY_CLINIC, AppointmentDetails.BY_PATIENT})
                @Nullable String cancelledBy,
        @Nullable String clinicPhone,
        @Nullable String clinicAddress) {

    static MyAppointmentJson of(OpenedAppointments.Opened opened, ClinicProfile clinic) {
        AppointmentInfo info = opened.details().info();
        AppointmentView view = opened.view();
        return new MyAppointmentJson(
                info.version(),
                view.state(),
                info.time().start(),
                info.time().end(),
                opened.zone().getId(),
                clinic.zone().getId(),
                info.serviceName(),
                info.mode(),
                info.practitionerId(),
                info.practitionerName(),
                view.phoneEnd(),
                view.changeable(),
                opened.changeableUntil(),
                opened.details().cancelledBy(),
                clinic.phone(),
                clinic.address());
    }
}
