package org.ilium.booking.link;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.PatientLinks;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.VisitTime;
import org.ilium.booking.schedule.Appointments;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.PhoneNumbers;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/** Opens the appointment a link leads to. */
@Singleton
public class OpenedAppointments {

    private final PatientLinks links;
    private final Appointments appointments;
    private final ClinicDirectory clinic;
    private final Clock clock;

    OpenedAppointments(
            PatientLinks links, Appointments appointments, ClinicDirectory clinic, Clock clock) {
        this.links = links;
        this.appointments = appointments;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** {@code changeableUntil}, not included, is null when she may not move or cancel it at all. */
    record Opened(
            UUID linkId,
            AppointmentDetails details,
            ZoneId zone,
            @Nullable Instant changeableUntil,
            AppointmentView view) {}

    Opened by(String token) {
        LinkOutcome outcome = links.open(LinkKind.APPOINTMENT, token);
        if (outcome instanceof LinkOutcome.Opened link) {
            return appointments
                    .details(link.subjectId())
                    .map(details -> opened(token, link.linkId(), details))
                    .orElseThrow(OpenedAppointments::unknown);
        }
        if (outcome instanceof LinkOutcome.Expired) {
            throw gone(
                    "This link has expired", "Please call us if you have a question about", true);
        }
        if (outcome instanceof LinkOutcome.Closed) {
            throw gone(
                    "This link is closed",
                    "Try the one in our latest mail, or call us about",
                    false);
        }
        throw unknown();
    }

    private static LinkDoesNotOpen unknown() {
        return new LinkDoesNotOpen(RefusedException.notFound().problem(), false);
    }

    private LinkDoesNotOpen gone(String title, String advice, boolean expired) {
        return new LinkDoesNotOpen(
                Problem.of(410, "link-expired", title, advice + " your visit" + phone() + "."),
                expired);
    }

    private String phone() {
        String phone = clinic.profile().phone();
        return phone.isEmpty() ? "" : ": " + PhoneNumbers.shown(phone);
    }

    private Opened opened(String token, UUID linkId, AppointmentDetails details) {
        ZoneId zone = zone(details);
        Instant until = changeableUntil(details.info());
        AppointmentView view = view(token, details.info(), zone, until);
        return new Opened(linkId, details, zone, until, view);
    }

    /** For one who holds no link to it, and gets none: its token is empty. */
    public AppointmentView withoutLink(AppointmentDetails details) {
        return view("", details.info(), zone(details), changeableUntil(details.info()));
    }

    private ZoneId zone(AppointmentDetails details) {
        ZoneId hers = details.info().personZone();
        return hers == null ? clinic.profile().zone() : hers;
    }

    private @Nullable Instant changeableUntil(AppointmentInfo info) {
        return info.status() != AppointmentStatus.BOOKED
                ? null
                : clinic.service(info.serviceId())
                        .map(service -> info.time().start().minus(service.minimumNotice()))
                        .orElse(null);
    }

    private AppointmentView view(
            String token, AppointmentInfo info, ZoneId zone, @Nullable Instant until) {
        Instant now = clock.instant();
        String phone = info.contactPhone() == null ? "" : PhoneNumbers.line(info.contactPhone());
        return new AppointmentView(
                token,
                info.version(),
                state(info, now),
                info.serviceName(),
                info.mode(),
                info.practitionerName(),
                (int) info.time().length().toMinutes(),
                VisitTime.of(info.time().start(), info.mode(), zone, clinic.profile().zone()),
                phone.length() < 4 ? "" : phone.substring(phone.length() - 2),
                until != null && now.isBefore(until),
                info.cancellation() != null
                        && info.cancellation().by().equals(AppointmentDetails.BY_CLINIC));
    }

    private static String state(AppointmentInfo info, Instant now) {
        if (info.status() == AppointmentStatus.CANCELLED) {
            return "cancelled";
        }
        boolean over =
                info.status() == AppointmentStatus.COMPLETED
                        || info.status() == AppointmentStatus.NO_SHOW
                        || !now.isBefore(info.time().end());
        return over ? "over" : "booked";
    }
}
