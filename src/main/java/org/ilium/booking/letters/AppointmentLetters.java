package org.ilium.booking.letters;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.VisitTime;
import org.ilium.booking.letters.AppointmentLetterView.Around;
import org.ilium.booking.schedule.Appointments;
import org.ilium.messages.Composition;
import org.ilium.messages.Discretion;
import org.ilium.messages.Letter;
import org.ilium.messages.Letter.CalendarPart;
import org.ilium.messages.Letters;
import org.ilium.messages.MessageKind;
import org.ilium.messages.MessageSubject;
import org.ilium.messages.Stationery;
import org.ilium.messages.Stationery.ClinicView;
import org.ilium.messages.Stationery.Text;
import org.ilium.patients.Patients;
import org.ilium.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Writes what happened to an appointment, always as it stands now: a message that waited must not
 * send anyone to an old time.
 */
@Singleton
class AppointmentLetters implements Letters {

    /** Why a letter about a visit that stands was dropped, should it be taken back. */
    static final String IS_CANCELLED = "The appointment is cancelled.";

    private static final Set<AppointmentStatus> TO_COME =
            Set.of(AppointmentStatus.BOOKED, AppointmentStatus.REQUESTED);

    /** The link outlives the visit a little: "when was I there?" is still asked then. */
    private static final Duration LINK_AFTER_VISIT = Duration.ofDays(7);

    /** A booking that is taken back so soon was a slip, or a change of mind on the same page. */
    private static final Duration AT_ONCE = Duration.ofMinutes(2);

    private final Appointments appointments;
    private final Patients patients;
    private final PatientLinks links;
    private final Stationery stationery;
    private final AppointmentCalendar calendar;
    private final Clock clock;
    private final Duration cancelledGrace;

    AppointmentLetters(
            Appointments appointments,
            Patients patients,
            PatientLinks links,
            Stationery stationery,
            AppointmentCalendar calendar,
            Clock clock,
            @ConfigProperty(name = "ilium.mail.cancelled-grace", defaultValue = "PT20S")
                    Duration cancelledGrace) {
        this.appointments = appointments;
        this.patients = patients;
        this.links = links;
        this.stationery = stationery;
        this.calendar = calendar;
        this.clock = clock;
        this.cancelledGrace = cancelledGrace;
    }

    @Override
    public String subject() {
        return "appointment";
    }

    @Override
    public List<AppointmentMessage> kinds() {
        return List.of(AppointmentMessage.values());
    }

    /** Who reads that a visit is cancelled gives its time away. */
    @Override
    public Duration grace(MessageKind kind, Duration usual) {
        return kind == AppointmentMessage.CANCELLED ? cancelledGrace : usual;
    }

    @Override
    public Map<UUID, MessageSubject> subjects(Collection<UUID> ids) {
        return appointments.findAll(ids).values().stream()
                .collect(
                        Collectors.toMap(
                                AppointmentInfo::id,
                                appointment ->
                                        new MessageSubject(
                                                appointment.patientId(),
                                                appointment.contactName(),
                                                appointment.contactPhone(),
                                                appointment.time().start(),
                                                appointment.practitionerName())));
    }

    @Override
    @Transactional
    public Composition write(Composition.Order order) {
        Optional<AppointmentDetails> found = keptUnchanged(order.subjectId());
        if (found.isEmpty()) {
            return new Composition.Unneeded("The appointment is gone.");
        }
        AppointmentInfo appointment = found.get().info();
        boolean cancels = order.kind() == AppointmentMessage.CANCELLED;
        Optional<String> to = EmailAddress.forRelay(appointment.contactEmail());
        Optional<String> pointless = pointless(order, found.get(), cancels);
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
            Composition.Order order, AppointmentDetails found, boolean cancels) {
        AppointmentInfo appointment = found.info();
        if (cancels) {
            return pointlessCancellation(order, found);
        }
        if (appointment.status() == AppointmentStatus.CANCELLED) {
            return Optional.of(IS_CANCELLED);
        }
        if (!TO_COME.contains(appointment.status())) {
            return Optional.of("The appointment is " + appointment.status().code() + ".");
        }
        if (hasBegun(appointment) && !isExpectedLater(order)) {
            return Optional.of("The appointment has begun.");
        }
        // what she was told last is not what she believes once she heard that it is cancelled
        boolean restored = order.kind() == AppointmentMessage.RESTORED;
        return !restored && told(appointment).equals(order.lastTold())
                ? Optional.of("She was told this already.")
                : Optional.empty();
    }

    /** Whoever walked in, or was put on record afterwards, knows. */
    private boolean hasBegun(AppointmentInfo appointment) {
        return !clock.instant().isBefore(appointment.time().start());
    }

    /** Whether she was told of a time still to come, from which it was moved away. */
    private boolean isExpectedLater(Composition.Order order) {
        return order.mayKnow()
                && toldTime(order).filter(told -> told.isAfter(clock.instant())).isPresent();
    }

    /**
     * One she booked and cancelled in the same minute, or cancelled herself before any mail of it
     * went, is not told of: she has nothing to take out of her calendar. So is one put on record by
     * mistake, or cancelled once it had begun. After a longer wait she may count on it without our
     * mail, from the page or a call.
     */
    private static Optional<String> pointlessCancellation(
            Composition.Order order, AppointmentDetails found) {
        if (found.status() != AppointmentStatus.CANCELLED) {
            return Optional.of("The appointment is no longer cancelled.");
        }
        Instant cancelledAt = found.cancelledAt();
        boolean atOnce =
                cancelledAt != null && cancelledAt.isBefore(found.createdAt().plus(AT_ONCE));
        boolean tooLate = cancelledAt != null && !cancelledAt.isBefore(found.info().time().start());
        if (cancelledAt != null && !cancelledAt.isBefore(found.info().time().end())) {
            return Optional.of("The appointment was over when it was cancelled.");
        }
        boolean byHerself = AppointmentDetails.BY_PATIENT.equals(found.cancelledBy());
        return !order.mayKnow() && (atOnce || tooLate || byHerself)
                ? Optional.of("She was never told of the appointment.")
                : Optional.empty();
    }

    private Around standing(Composition.Order order, AppointmentInfo appointment) {
        String link = stationery.link("/a/", mint(appointment));
        if (order.kind() == AppointmentMessage.RESTORED) {
            return restored(order, appointment, link);
        }
        return isMoved(order) ? moved(order, appointment, link) : booked(link);
    }

    private static String news(Composition.Order order) {
        if (order.kind() == AppointmentMessage.RESTORED) {
            return "Not cancelled: ";
        }
        return isMoved(order) ? "Changed: " : "Booked: ";
    }

    /** To whom knew of no other time, it is booked. */
    private static boolean isMoved(Composition.Order order) {
        return order.kind() == AppointmentMessage.MOVED && order.mayKnow();
    }

    private Letter letter(
            Composition.Order order, AppointmentDetails details, boolean cancels, String to) {
        AppointmentInfo appointment = details.info();
        Instant current = appointment.time().start();
        // of a time that she was never told she need not hear that it is off
        Instant start = cancels ? toldTime(order).orElse(current) : current;
        VisitTime time = time(appointment, start);
        Around around = cancels ? cancelled(details) : standing(order, appointment);
        AppointmentLetterView view =
                AppointmentLetterView.of(
                        around, appointment, time, start.plus(appointment.time().length()));
        Text text =
                new Text(
                        Templates.appointmentText(stationery.clinicView(), view).render(),
                        Templates.appointmentHtml(stationery.clinicView(), view).render());
        return stationery.letter(
                order.messageId(),
                to,
                subject(cancels ? "Cancelled: " : news(order), time),
                text,
                new CalendarPart(
                        "appointment.ics",
                        cancels ? "CANCEL" : "PUBLISH",
                        calendar.file(details, around.link())),
                Map.of(),
                told(appointment));
    }

    /** Each kind has its own, and none looks like the one before: some mailboxes show no more. */
    private String subject(String what, VisitTime time) {
        String when = what + time.brief(clock.instant());
        return Discretion.subject(when + ", ", stationery.profile().shortName(), "", when);
    }

    private static Around booked(String link) {
        return new Around(
                "You are booked", "We look forward to it. Here is when.", null, link, null);
    }

    private Around moved(Composition.Order order, AppointmentInfo appointment, String link) {
        VisitTime before = timeBefore(order, appointment);
        return new Around(
                "Your appointment has changed",
                before == null
                        ? "Here is when and with whom it is now."
                        : hasBegun(appointment)
                                ? "It is now noted for a time that has begun or is over. The old"
                                        + " time no longer holds: you do not need to come then."
                                : "Here is when it is now. The old time no longer holds.",
                before,
                link,
                null);
    }

    /** It may have been moved before it was cancelled, and the letter of that never left. */
    private Around restored(Composition.Order order, AppointmentInfo appointment, String link) {
        VisitTime before = timeBefore(order, appointment);
        String lead;
        if (before != null) {
            lead =
                    "It is not cancelled after all, but its time has changed."
                            + " The old time no longer holds. Here is when it is now.";
        } else if (order.lastTold() == null) {
            // nobody wrote down what she agreed to
            lead = "It is not cancelled after all. Here is when.";
        } else if (toldPractitioner(order).equals(appointment.practitionerId().toString())) {
            lead = "It is not cancelled after all: it is on as agreed. Here is when.";
        } else {
            lead = "It is not cancelled after all. Here is when and with whom it is now.";
        }
        return new Around("Your appointment stands", lead, before, link, null);
    }

    /** The other time that she was told of last; null when it is still that one. */
    private @Nullable VisitTime timeBefore(Composition.Order order, AppointmentInfo appointment) {
        return toldTime(order)
                .filter(start -> !start.equals(appointment.time().start()))
                .map(start -> time(appointment, start))
                .orElse(null);
    }

    /** The clinic is sorry for its own, and does what she asked for otherwise. */
    private Around cancelled(AppointmentDetails details) {
        String again = stationery.bookingPage(details.info().serviceId()).orElse(null);
        String phone = stationery.clinicView().phoneShown();
        String call = phone.isEmpty() ? "call us" : "call us at " + phone;
        return AppointmentDetails.BY_CLINIC.equals(details.cancelledBy())
                ? new Around(
                        "We have to cancel your appointment",
                        "We are sorry that we cannot keep this time. Please "
                                + call
                                + ", and we will find you another one"
                                + (again == null ? "." : ", or book one yourself."),
                        null,
                        null,
                        again)
                : new Around(
                        "Your appointment is cancelled",
                        "As you asked, this time is no longer kept for you. "
                                + (again == null
                                        ? "Please " + call + " when you want another one."
                                        : "You can book another one or " + call + "."),
                        null,
                        null,
                        again);
    }

    private VisitTime time(AppointmentInfo appointment, Instant start) {
        return VisitTime.of(
                start, appointment.mode(), appointment.personZone(), stationery.profile().zone());
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

    /** The time that the last message told. */
    private static Optional<Instant> toldTime(Composition.Order order) {
        return Optional.ofNullable(order.lastTold()).map(told -> Instant.parse(told.split(" ")[1]));
    }

    private static String toldPractitioner(Composition.Order order) {
        return order.lastTold() == null ? "" : order.lastTold().split(" ")[2];
    }

    @CheckedTemplate(basePath = "booking")
    static class Templates {
        static native TemplateInstance appointmentHtml(
                ClinicView clinic, AppointmentLetterView letter);

        static native TemplateInstance appointmentText(
                ClinicView clinic, AppointmentLetterView letter);
    }
}
