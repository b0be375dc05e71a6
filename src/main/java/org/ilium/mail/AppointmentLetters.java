package org.ilium.mail;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.booking.AppointmentCalendar;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.Appointments;
import org.ilium.mail.Letter.CalendarPart;
import org.ilium.mail.Stationery.Text;
import org.ilium.patients.Patients;
import org.ilium.shared.EmailAddress;

/**
 * Writes what happened to an appointment, always as it stands now: a message that waited must not
 * send anyone to an old time.
 */
@Singleton
class AppointmentLetters implements LetterWriter {

    private static final Set<AppointmentStatus> TO_COME =
            Set.of(AppointmentStatus.BOOKED, AppointmentStatus.REQUESTED);

    /** The link outlives the visit a little: "when was I there?" is still asked then. */
    private static final Duration LINK_AFTER_VISIT = Duration.ofDays(7);

    private final Appointments appointments;
    private final Patients patients;
    private final PatientLinks links;
    private final Stationery stationery;
    private final AppointmentCalendar calendar;
    private final Clock clock;

    AppointmentLetters(
            Appointments appointments,
            Patients patients,
            PatientLinks links,
            Stationery stationery,
            AppointmentCalendar calendar,
            Clock clock) {
        this.appointments = appointments;
        this.patients = patients;
        this.links = links;
        this.stationery = stationery;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public boolean writes(MailKind kind) {
        return kind == MailKind.APPOINTMENT_BOOKED
                || kind == MailKind.APPOINTMENT_MOVED
                || kind == MailKind.APPOINTMENT_CANCELLED;
    }

    @Override
    @Transactional
    public Composition write(Composition.Order order) {
        Optional<AppointmentDetails> found = keptUnchanged(order.subjectId());
        if (found.isEmpty()) {
            return new Composition.Unneeded("The appointment is gone.");
        }
        AppointmentInfo appointment = found.get().info();
        boolean cancels = order.kind() == MailKind.APPOINTMENT_CANCELLED;
        Optional<String> to = EmailAddress.forRelay(appointment.contactEmail());
        Optional<String> pointless = pointless(order, appointment, cancels);
        if (pointless.isPresent()) {
            return new Composition.Unneeded(pointless.get());
        }
        return to.isEmpty()
                ? new Composition.NoAddress()
                : new Composition.Ready(letter(order, found.get(), cancels, to.get()));
    }

    /** As its chart is, and stays, until its link is kept: no new link goes to an old address. */
    private Optional<AppointmentDetails> keptUnchanged(UUID appointmentId) {
        appointments
                .find(appointmentId)
                .map(AppointmentInfo::patientId)
                .ifPresent(patients::keepUnchanged);
        return appointments.details(appointmentId);
    }

    private Optional<String> pointless(
            Composition.Order order, AppointmentInfo appointment, boolean cancels) {
        if (cancels) {
            return appointment.status() == AppointmentStatus.CANCELLED
                    ? Optional.empty()
                    : Optional.of("The appointment is no longer cancelled.");
        }
        if (!TO_COME.contains(appointment.status())) {
            return Optional.of("The appointment is " + appointment.status().code() + ".");
        }
        if (!clock.instant().isBefore(appointment.time().end())) {
            return Optional.of("The appointment is over.");
        }
        return told(appointment).equals(order.lastTold())
                ? Optional.of("She was told this already.")
                : Optional.empty();
    }

    private Letter letter(
            Composition.Order order, AppointmentDetails details, boolean cancels, String to) {
        AppointmentInfo appointment = details.info();
        ZoneId zone =
                appointment.personZone() == null
                        ? stationery.profile().zone()
                        : appointment.personZone();
        String link = cancels ? null : stationery.link("/a/", mint(appointment));
        boolean moves = order.kind() == MailKind.APPOINTMENT_MOVED;
        AppointmentView view =
                AppointmentView.of(
                        cancels
                                ? "Your appointment is cancelled"
                                : moves ? "Your appointment has changed" : "You are booked",
                        cancels
                                ? "This time is no longer kept for you. You can book another one"
                                        + " or call us."
                                : moves
                                        ? "Here is when it is now."
                                        : "We look forward to it. Here is when.",
                        appointment,
                        zone,
                        link);
        Text text =
                new Text(
                        MailTemplates.appointmentText(stationery.clinicView(), view).render(),
                        MailTemplates.appointmentHtml(stationery.clinicView(), view).render());
        return stationery.letter(
                order.messageId(),
                to,
                Discretion.subject(
                        "Your appointment with ",
                        stationery.profile().shortName(),
                        "",
                        "Your appointment"),
                text,
                new CalendarPart(cancels ? "CANCEL" : "PUBLISH", calendar.file(details)),
                Map.of(),
                told(appointment));
    }

    private String mint(AppointmentInfo appointment) {
        Instant end = appointment.time().end().plus(LINK_AFTER_VISIT);
        return links.mint(
                LinkKind.APPOINTMENT, appointment.id(), Duration.between(clock.instant(), end));
    }

    /** What a message about it tells, and whom: when, with whom, and whether at all. */
    private static String told(AppointmentInfo appointment) {
        return appointment.status().code()
                + " "
                + appointment.time().start()
                + " "
                + appointment.practitionerId()
                + " "
                + appointment.contactEmail();
    }
}
