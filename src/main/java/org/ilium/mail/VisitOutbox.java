package org.ilium.mail;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.access.CurrentStaff;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.Appointments;
import org.ilium.booking.VisitLetters;
import org.ilium.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/** What the desk does to the letters about an appointment. */
@Singleton
class VisitOutbox implements VisitLetters {

    private static final Set<AppointmentStatus> TO_HEAR_OF =
            EnumSet.of(
                    AppointmentStatus.REQUESTED,
                    AppointmentStatus.BOOKED,
                    AppointmentStatus.CANCELLED);

    private final EntityManager database;
    private final Outbox outbox;
    private final MessageKinds kinds;
    private final Appointments appointments;
    private final MailSettings settings;
    private final AuditTrail audit;
    private final CurrentStaff current;
    private final Clock clock;

    VisitOutbox(
            EntityManager database,
            Outbox outbox,
            MessageKinds kinds,
            Appointments appointments,
            MailSettings settings,
            AuditTrail audit,
            CurrentStaff current,
            Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.kinds = kinds;
        this.appointments = appointments;
        this.settings = settings;
        this.audit = audit;
        this.current = current;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean isToBeTold(UUID appointmentId) {
        AppointmentInfo visit = appointments.find(appointmentId).orElse(null);
        boolean matters =
                visit != null
                        && TO_HEAR_OF.contains(visit.status())
                        && visit.time().end().isAfter(clock.instant());
        return matters
                && newest(appointmentId)
                        .filter(message -> message.toldByPhoneAt == null)
                        .filter(message -> message.status != MailStatus.SENT)
                        .filter(message -> !waits(message) || !canReachHer(message))
                        .isPresent();
    }

    private static boolean waits(OutboxMessage message) {
        return MailStatus.WAITING.contains(message.status);
    }

    private boolean canReachHer(OutboxMessage message) {
        return canLeave(message) && !cameBack(message.recipient);
    }

    private boolean canLeave(OutboxMessage message) {
        return settings.canSend() && EmailAddress.forRelay(message.recipient).isPresent();
    }

    /** Whether the last mail to that address, about whatever, could not be delivered. */
    private boolean cameBack(String address) {
        Long failed =
                database.createQuery(
                                "select max(seq) from OutboxMessage where status = :failed"
                                        + " and lower(recipient) = :address",
                                Long.class)
                        .setParameter("failed", MailStatus.FAILED)
                        .setParameter("address", address.toLowerCase(Locale.ROOT))
                        .getSingleResult();
        return failed != null
                && database.createQuery(
                                "select 1 from OutboxMessage where seq > :failed and status = :sent"
                                        + " and lower(recipient) = :address",
                                Integer.class)
                        .setParameter("failed", failed)
                        .setParameter("sent", MailStatus.SENT)
                        .setParameter("address", address.toLowerCase(Locale.ROOT))
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty();
    }

    @Override
    @Transactional
    public void toldOnThePhone(UUID appointmentId) {
        OutboxMessage message = newest(appointmentId).map(this::locked).orElse(null);
        if (message == null || message.toldByPhoneAt != null) {
            return;
        }
        message.toldByPhoneAt = clock.instant();
        message.toldBy = current.id();
        if (waits(message) && !canLeave(message)) {
            message.drop("Told by phone.");
        }
        audit.record("tell-by-phone", "message", message.id, message.patientId);
    }

    /** The one that counts: a message that became needless stands for nothing. */
    private Optional<OutboxMessage> newest(UUID appointmentId) {
        return database.createQuery(
                        "from OutboxMessage where subjectId = :id and (status <> :dropped or"
                                + " toldByPhoneAt is not null) order by seq desc",
                        OutboxMessage.class)
                .setParameter("id", appointmentId)
                .setParameter("dropped", MailStatus.DROPPED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private OutboxMessage locked(OutboxMessage message) {
        database.refresh(message, LockModeType.PESSIMISTIC_WRITE);
        return message;
    }

    @Override
    @Transactional
    public boolean mayTakeBack(UUID appointmentId) {
        return cancellation(appointmentId).filter(VisitOutbox::hasLeft).isEmpty();
    }

    private Optional<OutboxMessage> cancellation(UUID appointmentId) {
        return database.createQuery(
                        "from OutboxMessage where subjectId = :id and kind = :kind"
                                + " order by seq desc",
                        OutboxMessage.class)
                .setParameter("id", appointmentId)
                .setParameter("kind", AppointmentMessage.CANCELLED.code())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private static boolean hasLeft(OutboxMessage letter) {
        return letter.status == MailStatus.SENT || (waits(letter) && letter.claimId != null);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean takeBack(AppointmentInfo appointment, boolean byHerself) {
        OutboxMessage letter = cancellation(appointment.id()).map(this::locked).orElse(null);
        if (letter != null && hasLeft(letter)) {
            return false;
        }
        // one that failed may have arrived all the same
        boolean heard =
                byHerself
                        || letter != null
                                && (letter.toldByPhoneAt != null
                                        || letter.status == MailStatus.DEFERRED
                                        || letter.status == MailStatus.FAILED);
        if (letter != null && letter.status != MailStatus.DROPPED) {
            letter.drop("The cancellation was taken back.");
        }
        if (heard) {
            tellThatItStands(appointment);
        } else {
            sendWhatWaitedThen(appointment);
        }
        return true;
    }

    /** All that was to be told before is in this letter. */
    private void tellThatItStands(AppointmentInfo appointment) {
        Instant visit = earliestUntold(appointment);
        for (MessageKind kind : AppointmentMessage.OF_ONE_THAT_STANDS) {
            outbox.dropWaiting(kind, appointment.id(), "A later message tells it.");
        }
        add(AppointmentMessage.RESTORED, appointment, visit);
    }

    /** She may still expect to come at the time from which it was moved. */
    private Instant earliestUntold(AppointmentInfo appointment) {
        Instant start = appointment.time().start();
        return ofOneThatStands(appointment.id()).stream()
                .filter(
                        message ->
                                waits(message)
                                        || message.status == MailStatus.DROPPED
                                                && wasDroppedAsCancelled(message))
                .map(message -> message.visitAt)
                .filter(visit -> visit != null && visit.isBefore(start))
                .min(Instant::compareTo)
                .orElse(start);
    }

    private void sendWhatWaitedThen(AppointmentInfo appointment) {
        boolean waiting = false;
        for (OutboxMessage message : ofOneThatStands(appointment.id())) {
            locked(message);
            if (waits(message)) {
                waiting = true;
                if (message.claimId != null) {
                    // whoever has it may have found the visit cancelled, and drop it in a moment
                    add(kinds.of(message.kind), appointment);
                }
            } else if (message.status == MailStatus.DROPPED && wasDroppedAsCancelled(message)) {
                outbox.again(message);
                waiting = true;
            }
        }
        if (!waiting && wentElsewhere(appointment)) {
            add(AppointmentMessage.BOOKED, appointment);
        }
    }

    private List<OutboxMessage> ofOneThatStands(UUID appointmentId) {
        return database.createQuery(
                        "from OutboxMessage where subjectId = :id and kind in (:kinds)"
                                + " order by seq",
                        OutboxMessage.class)
                .setParameter("id", appointmentId)
                .setParameter("kinds", codes(AppointmentMessage.OF_ONE_THAT_STANDS))
                .getResultList();
    }

    private static List<String> codes(Set<? extends MessageKind> kinds) {
        return kinds.stream().map(MessageKind::code).toList();
    }

    private boolean wasDroppedAsCancelled(OutboxMessage message) {
        return message.toldByPhoneAt == null
                && database.createQuery(
                                "select detail from MailAttempt where messageId = :id"
                                        + " order by id desc",
                                String.class)
                        .setParameter("id", message.id)
                        .setMaxResults(1)
                        .getResultStream()
                        .anyMatch(AppointmentLetters.IS_CANCELLED::equals);
    }

    /** Her address was changed meanwhile: the link in her last mail is closed. */
    private boolean wentElsewhere(AppointmentInfo appointment) {
        return database.createQuery(
                        "select recipient from OutboxMessage where subjectId = :id"
                                + " and status = :sent order by seq desc",
                        String.class)
                .setParameter("id", appointment.id())
                .setParameter("sent", MailStatus.SENT)
                .setMaxResults(1)
                .getResultStream()
                .anyMatch(to -> !to.equals(address(appointment)));
    }

    private static @Nullable String address(AppointmentInfo appointment) {
        return EmailAddress.forRelay(appointment.contactEmail()).orElse(null);
    }

    private void add(MessageKind kind, AppointmentInfo appointment) {
        add(kind, appointment, appointment.time().start());
    }

    private void add(MessageKind kind, AppointmentInfo appointment, Instant visit) {
        outbox.addAboutAppointment(
                kind, appointment.id(), visit, appointment.patientId(), appointment.contactEmail());
    }
}
