package org.ilium.booking.link;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.booking.VisitTime;
import org.ilium.booking.When;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.clinic.ServiceInfo;
import org.ilium.web.Html;
import org.jspecify.annotations.Nullable;

/** The pages on which she picks another time; each says when it would be with somebody else. */
@Singleton
class MoveSteps {

    private final ClinicDirectory clinic;
    private final OfferedTimes offer;

    MoveSteps(ClinicDirectory clinic, OfferedTimes offer) {
        this.clinic = clinic;
        this.offer = offer;
    }

    Response times(
            int status,
            OpenedAppointments.Opened seen,
            ZoneId zone,
            @Nullable LocalDate from,
            String sorry,
            List<OfferedTimes.Day> near) {
        AppointmentInfo info = seen.details().info();
        ServiceInfo service =
                clinic.service(info.serviceId()).orElseThrow().lasting(info.time().length());
        OfferedTimes.Page page =
                near.isEmpty() ? offer.page(service, zone, from, info) : OfferedTimes.Page.NONE;
        boolean others =
                near.stream().anyMatch(OfferedTimes.Day::hasOthers)
                        || page.days().stream().anyMatch(OfferedTimes.Day::hasOthers);
        return Html.page(
                status,
                Templates.move(seen.view(), When.zoneName(zone), page, sorry, near, others));
    }

    Response taken(OpenedAppointments.Opened seen, Taken taken) {
        return times(
                409,
                seen,
                seen.view().time().when().zone(),
                null,
                "Sorry, somebody has just taken that time. You keep your old one for now.",
                offer.nearest(
                        taken.nearest(), seen.view().time().when().zone(), seen.details().info()));
    }

    Response noneOfThese(OpenedAppointments.Opened seen) {
        return times(
                400,
                seen,
                seen.view().time().when().zone(),
                null,
                "We do not know that time. Please pick one of these.",
                List.of());
    }

    Response confirm(OpenedAppointments.Opened seen, OfferedTimes.Chosen to, String slot) {
        boolean other = !to.practitionerId().equals(seen.details().info().practitionerId());
        return Html.page(
                200,
                Templates.confirmMove(
                        seen.view(),
                        VisitTime.of(
                                to.start(),
                                seen.view().mode(),
                                seen.zone(),
                                clinic.profile().zone()),
                        who(to, seen).orElse(""),
                        other,
                        slot));
    }

    /** The time and practitioner of a form; empty when she cannot be seen by that one. */
    Optional<OfferedTimes.Chosen> chosen(String slot, OpenedAppointments.Opened seen) {
        return OfferedTimes.chosen(slot).filter(to -> who(to, seen).isPresent());
    }

    private Optional<String> who(OfferedTimes.Chosen to, OpenedAppointments.Opened seen) {
        return clinic.practitionersFor(seen.details().info().serviceId()).stream()
                .filter(giver -> giver.id().equals(to.practitionerId()))
                .map(PractitionerInfo::displayName)
                .findFirst();
    }

    @CheckedTemplate(basePath = "booking")
    static class Templates {
        static native TemplateInstance move(
                AppointmentView view,
                String zoneName,
                OfferedTimes.Page page,
                String sorry,
                List<OfferedTimes.Day> near,
                boolean others);

        static native TemplateInstance confirmMove(
                AppointmentView view, VisitTime to, String who, boolean other, String slot);
    }
}
