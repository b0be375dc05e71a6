package org.ilium.booking.visitor;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentOutcome.Gone;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.BookedVia;
import org.ilium.booking.BookingRefusal;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.VisitTime;
import org.ilium.booking.When;
import org.ilium.booking.api.EnteredFields;
import org.ilium.booking.api.RedFlag;
import org.ilium.booking.api.StopAdvice;
import org.ilium.booking.link.AppointmentView;
import org.ilium.booking.link.OfferedTimes;
import org.ilium.booking.link.OpenedAppointments;
import org.ilium.booking.schedule.Appointments;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.ServiceInfo;
import org.ilium.shared.Refusal;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.ZoneChoices;

/** The pages of public booking. */
@Singleton
class BookSteps {

    private final OfferedTimes offer;
    private final EnteredFields entered;
    private final ClinicDirectory clinic;
    private final OpenedAppointments opened;
    private final Appointments appointments;
    private final Clock clock;

    BookSteps(
            OfferedTimes offer,
            EnteredFields entered,
            ClinicDirectory clinic,
            OpenedAppointments opened,
            Appointments appointments,
            Clock clock) {
        this.appointments = appointments;
        this.clock = clock;
        this.offer = offer;
        this.opened = opened;
        this.entered = entered;
        this.clinic = clinic;
    }

    /** The page that ends or repeats the first step; empty when all answers are no. */
    Optional<Response> stopped(VisitorAnswers answers) {
        List<RedFlag> raised = answers.form().raised();
        if (!raised.isEmpty()) {
            StopAdvice advice = StopAdvice.of(EnumSet.copyOf(raised));
            return Optional.of(Html.page(200, Templates.stop(advice, StopAdvice.AFTERWARDS)));
        }
        FieldErrors unanswered = answers.form().unanswered();
        return unanswered.isEmpty()
                ? Optional.empty()
                : Optional.of(questions(400, service(answers), answers, unanswered));
    }

    ServiceInfo service(VisitorAnswers answers) {
        return offer.service(answers.value("service"))
                .orElseThrow(
                        () ->
                                new StartAgain(
                                        "service",
                                        "We do not offer that service here. Nothing was booked."));
    }

    /** By whose clock the times of a service are offered. */
    private ZoneId shown(ServiceInfo service, VisitorAnswers answers) {
        return VisitTime.leads(service.mode(), zone(answers), clinic.profile().zone());
    }

    /** Hers if it is one, else the clinic's. */
    ZoneId zone(VisitorAnswers answers) {
        ZoneId hers = entered.zone(answers.value("zone"), new FieldErrors());
        return hers == null ? clinic.profile().zone() : hers;
    }

    Response questions(
            int status, ServiceInfo service, VisitorAnswers answers, FieldErrors errors) {
        return Html.page(
                status, Templates.questions(service, List.of(RedFlag.values()), answers, errors));
    }

    Response again(StartAgain why) {
        return Html.page(why.problem().status(), Templates.again(why.problem().detail()));
    }

    Response nothingToBook() {
        return Html.page(200, Templates.closed());
    }

    Response times(int status, VisitorAnswers answers) {
        return times(status, answers, "", List.of());
    }

    Response taken(VisitorAnswers answers, Taken taken) {
        List<OfferedTimes.Day> near =
                offer.nearest(taken.nearest(), shown(service(answers), answers));
        return times(
                409,
                answers,
                near.isEmpty()
                        ? "Sorry, somebody has just taken that time."
                        : "Sorry, somebody has just taken that time. These are close to it.",
                near);
    }

    /** What she typed goes with her to the next time she picks. */
    Response gone(VisitorAnswers answers, Gone gone) {
        return times(
                BookingRefusal.HOLD_GONE.status(),
                answers,
                "Sorry, we kept that time for you only for a while, and then somebody else took"
                        + " it. Please pick another one. You need not type anything again.",
                offer.nearest(gone.nearest(), shown(service(answers), answers)));
    }

    Response refused(VisitorAnswers answers, Refusal why) {
        return times(why.status(), answers, why.reason(), List.of());
    }

    /** What she booked with this form before, to whom nobody but this form leads. */
    Response already(AppointmentDetails booked) {
        return Html.page(409, Templates.already(opened.withoutLink(booked)));
    }

    private Response times(
            int status, VisitorAnswers answers, String sorry, List<OfferedTimes.Day> near) {
        ServiceInfo service = service(answers);
        ZoneId zone = zone(answers);
        ZoneId shown = shown(service, answers);
        OfferedTimes.Page page =
                near.isEmpty()
                        ? offer.page(service, shown, answers.from(), null)
                        : OfferedTimes.Page.NONE;
        Response times =
                Html.page(
                        status,
                        Templates.times(
                                service,
                                answers,
                                zone.getId(),
                                When.zoneName(shown),
                                Zones.including(zone),
                                page,
                                sorry,
                                near));
        return answers.isAnonymous() ? shownAgainByBack(times) : times;
    }

    /** A browser that may keep nothing cannot go back to the answer of a form. */
    private static Response shownAgainByBack(Response times) {
        return Response.fromResponse(times).header("Cache-Control", "private, no-cache").build();
    }

    /** Where the details of a held time are found again: nothing of hers is in it but her zone. */
    String address(VisitorAnswers answers) {
        return "/book/details/"
                + answers.holdId()
                + "?zone="
                + URLEncoder.encode(zone(answers).getId(), StandardCharsets.UTF_8);
    }

    /** As {@link #address} opens it. */
    Response held(UUID hold, String zone) {
        AppointmentDetails row =
                appointments
                        .details(hold)
                        .filter(a -> a.bookedVia() != BookedVia.STAFF)
                        .orElseThrow(BookSteps::noLongerHeld);
        if (row.status() != AppointmentStatus.HELD) {
            return already(row);
        }
        ServiceInfo service =
                clinic.service(row.info().serviceId())
                        .filter(ServiceInfo::publicBookable)
                        .orElseThrow(BookSteps::noLongerHeld);
        Instant until = row.holdExpiresAt();
        return details(
                VisitorAnswers.ofHold(row, service, zone),
                service,
                until == null ? clock.instant() : until);
    }

    private static StartAgain noLongerHeld() {
        return new StartAgain(
                "hold", "We kept that time for you only for a while. Nothing was booked.");
    }

    Response details(VisitorAnswers answers, ServiceInfo service, Instant heldUntil) {
        long minutes = minutes(Duration.between(clock.instant(), heldUntil));
        String kept =
                minutes > 0
                        ? "We keep this time for you for " + minutes + " minutes."
                        : "We cannot keep this time for you any longer. It is yours once you book"
                                + " it, unless somebody else is quicker.";
        return details(200, answers, service, kept, new FieldErrors());
    }

    private static long minutes(Duration left) {
        return (left.toSeconds() + 30) / 60;
    }

    Response wrong(VisitorAnswers answers, ServiceInfo service, FieldErrors errors) {
        return details(
                400, answers, service, "We keep this time for you for a few minutes.", errors);
    }

    private Response details(
            int status,
            VisitorAnswers answers,
            ServiceInfo service,
            String kept,
            FieldErrors errors) {
        SlotChoice slot = answers.slotOf(service);
        VisitTime time =
                VisitTime.of(slot.start(), service.mode(), zone(answers), clinic.profile().zone());
        String who =
                clinic.practitioner(slot.practitionerId()).map(p -> p.displayName()).orElse("");
        return Html.page(
                status,
                Templates.details(service, answers, time, who, kept, errors, address(answers)));
    }

    @CheckedTemplate(basePath = "booking")
    static class Templates {
        static native TemplateInstance questions(
                ServiceInfo service,
                List<RedFlag> flags,
                VisitorAnswers answers,
                FieldErrors errors);

        static native TemplateInstance stop(StopAdvice advice, String afterwards);

        static native TemplateInstance closed();

        static native TemplateInstance again(String words);

        static native TemplateInstance already(AppointmentView view);

        static native TemplateInstance times(
                ServiceInfo service,
                VisitorAnswers answers,
                String zone,
                String zoneName,
                List<ZoneChoices.Region> regions,
                OfferedTimes.Page page,
                String sorry,
                List<OfferedTimes.Day> near);

        static native TemplateInstance details(
                ServiceInfo service,
                VisitorAnswers answers,
                VisitTime time,
                String who,
                String kept,
                FieldErrors errors,
                String address);
    }
}
