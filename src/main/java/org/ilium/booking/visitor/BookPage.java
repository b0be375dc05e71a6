package org.ilium.booking.visitor;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Not;
import org.ilium.booking.BookedVia;
import org.ilium.booking.Contact;
import org.ilium.booking.HoldOutcome;
import org.ilium.booking.SeenTime;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.VisitReason;
import org.ilium.booking.VisitorBooking;
import org.ilium.booking.api.AppointmentLinks;
import org.ilium.booking.api.AskedBy;
import org.ilium.booking.api.EnteredFields;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.booking.link.OfferedTimes;
import org.ilium.clinic.ServiceInfo;
import org.ilium.web.Allowance;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.Limited;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * A visitor books for herself in three steps: questions, a time, her details. What she answered
 * travels in the forms and is asked again of each; nothing of it is in an address. Naming one field
 * as a parameter is what makes a form be read at all; {@link VisitorAnswers} has them all.
 */
@Path("/book")
@Blocking
class BookPage {

    private final BookSteps steps;
    private final OfferedTimes offer;
    private final EnteredFields entered;
    private final BookingAppointments booking;
    private final AppointmentLinks links;
    private final AskedBy asked;

    BookPage(
            BookSteps steps,
            OfferedTimes offer,
            EnteredFields entered,
            BookingAppointments booking,
            AppointmentLinks links,
            AskedBy asked) {
        this.steps = steps;
        this.offer = offer;
        this.entered = entered;
        this.booking = booking;
        this.links = links;
        this.asked = asked;
    }

    @ServerExceptionMapper
    Response startAgain(StartAgain why) {
        return steps.again(why);
    }

    @GET
    @PermitAll
    public Response questions(@RestQuery @DefaultValue("") String service) {
        return offer.service(service)
                .filter(offer::isGiven)
                .map(s -> steps.questions(200, s, VisitorAnswers.beginning(s), new FieldErrors()))
                .orElseGet(() -> steps.nothingToBook());
    }

    /** The answers; also another zone or later days. Nothing is saved. */
    @POST
    @Path("check")
    @PermitAll
    @Limited(Allowance.LOOKING)
    public Response check(@RestForm @DefaultValue("") String service) {
        VisitorAnswers answers = VisitorAnswers.ofRequest();
        return steps.stopped(answers).orElseGet(() -> steps.times(200, answers));
    }

    @POST
    @Path("hold")
    @PermitAll
    @Limited(Allowance.BOOKING)
    public Response hold(@RestForm @DefaultValue("") String service) {
        VisitorAnswers answers = VisitorAnswers.ofRequest();
        return steps.stopped(answers).orElseGet(() -> holdUnlessStopped(answers));
    }

    private Response holdUnlessStopped(VisitorAnswers answers) {
        ServiceInfo service = steps.service(answers);
        SlotChoice slot = answers.slotOf(service);
        HoldOutcome outcome = booking.hold(answers.holdId(), slot, asked.stranger());
        if (outcome instanceof HoldOutcome.Held held) {
            // what she typed is in no address; without any of it, the page can be gone back to
            return answers.isAnonymous()
                    ? Html.seeOther(steps.address(answers))
                    : steps.details(answers, service, held.expiresAt());
        }
        return not(answers, (Not) outcome);
    }

    /** Her details for a time that is held; once it is booked, that it is. */
    @GET
    @Path("details/{hold}")
    @PermitAll
    @Limited(Allowance.LOOKING)
    public Response details(@RestPath UUID hold, @RestQuery @DefaultValue("") String zone) {
        return steps.held(hold, zone);
    }

    @POST
    @PermitAll
    @Limited(Allowance.BOOKING)
    public Response book(@RestForm @DefaultValue("") String service) {
        VisitorAnswers answers = VisitorAnswers.ofRequest();
        return steps.stopped(answers).orElseGet(() -> bookUnlessStopped(answers));
    }

    private Response bookUnlessStopped(VisitorAnswers answers) {
        ServiceInfo service = steps.service(answers);
        SlotChoice seen = answers.slotOf(service);
        FieldErrors errors = new FieldErrors();
        Contact contact =
                entered.contact(
                        answers.value("name"),
                        answers.value("phone"),
                        answers.value("email"),
                        true,
                        errors);
        VisitReason reason =
                entered.reason(
                        answers.value("stage"),
                        answers.value("weeks"),
                        answers.value("reason"),
                        errors);
        if (reason.stage() == null) {
            errors.add("stage", "Please pick one of the three.");
        }
        if (reason.reason() == null) {
            errors.add("reason", "Please tell us in a few words what brings you to us.");
        }
        if (EnteredFields.given(answers.value("website"))) {
            errors.add("name", "We could not book this. Please call us.");
        }
        if (!errors.isEmpty()) {
            return steps.wrong(answers, service, errors);
        }
        return confirm(
                answers,
                seen,
                new VisitorBooking(
                        contact, steps.zone(answers), reason, BookedVia.PUBLIC, asked.stranger()));
    }

    private Response confirm(VisitorAnswers answers, SlotChoice seen, VisitorBooking visitor) {
        UUID hold = answers.holdId();
        AppointmentOutcome outcome = booking.confirm(hold, SeenTime.of(seen), visitor);
        if (outcome instanceof Done done) {
            AppointmentDetails booked = done.appointment();
            return Html.seeOther("/a/" + links.mint(booked));
        }
        return not(answers, (Not) outcome);
    }

    private Response not(VisitorAnswers answers, Not outcome) {
        if (outcome instanceof AppointmentOutcome.Already already) {
            return steps.already(already.current());
        }
        if (outcome instanceof AppointmentOutcome.Gone gone) {
            return steps.gone(answers, gone);
        }
        return outcome instanceof AppointmentOutcome.Taken taken
                ? steps.taken(answers, taken)
                : steps.refused(answers, ((AppointmentOutcome.Refused) outcome).refusal());
    }
}
