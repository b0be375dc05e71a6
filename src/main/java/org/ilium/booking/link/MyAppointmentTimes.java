package org.ilium.booking.link;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.BookingRefusal;
import org.ilium.booking.api.EnteredFields;
import org.ilium.booking.api.GiverJson;
import org.ilium.booking.api.SlotJson;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.clinic.ServiceInfo;
import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/** The free times the page offers for a move, as JSON. */
@Singleton
class MyAppointmentTimes {

    private final OfferedTimes offer;
    private final ClinicDirectory clinic;
    private final EnteredFields entered;
    private final MyAppointmentAnswers answers;

    MyAppointmentTimes(
            OfferedTimes offer,
            ClinicDirectory clinic,
            EnteredFields entered,
            MyAppointmentAnswers answers) {
        this.offer = offer;
        this.clinic = clinic;
        this.entered = entered;
        this.answers = answers;
    }

    @Schema(name = "MyTimes")
    record TimesJson(
            String zone,
            List<GiverJson> practitioners,
            List<SlotJson> slots,
            @Nullable LocalDate next) {}

    TimesJson of(OpenedAppointments.Opened seen, String from, String to, String zone) {
        FieldErrors errors = new FieldErrors();
        LocalDate first = from.isEmpty() ? LocalDate.MIN : entered.date("from", from, errors);
        LocalDate end = to.isEmpty() ? LocalDate.MAX : entered.date("to", to, errors);
        if (first != null && end != null && !first.isBefore(end)) {
            errors.add("to", "Must be after from.");
        }
        ZoneId given = entered.zone(zone, errors);
        if (!errors.isEmpty() || first == null || end == null) {
            throw RefusedException.of(errors);
        }
        if (!seen.view().changeable()) {
            throw answers.refused(
                    seen.details().status() == AppointmentStatus.BOOKED
                            ? BookingRefusal.TOO_LATE_TO_MOVE
                            : BookingRefusal.WRONG_STATUS);
        }
        return times(seen, given == null ? seen.zone() : given, first, end);
    }

    private TimesJson times(
            OpenedAppointments.Opened seen, ZoneId zone, LocalDate first, LocalDate end) {
        AppointmentInfo visit = seen.details().info();
        ServiceInfo service =
                clinic.service(visit.serviceId()).orElseThrow().lasting(visit.time().length());
        List<PractitionerInfo> givers = clinic.practitionersFor(service.id());
        OfferedTimes.Free free = offer.free(service, givers, seen.details().id(), zone, first, end);
        return new TimesJson(
                zone.getId(),
                givers.stream().map(p -> new GiverJson(p.id(), p.displayName())).toList(),
                SlotJson.of(free.slots(), zone),
                free.next());
    }
}
