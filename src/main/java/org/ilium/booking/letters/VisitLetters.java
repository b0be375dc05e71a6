package org.ilium.booking.letters;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.LettersUnderWay;
import org.ilium.booking.schedule.Appointments;
import org.ilium.messages.MailStatus;
import org.ilium.messages.MessageKind;
import org.ilium.messages.MessageState;
import org.ilium.messages.Outbox;
import org.ilium.messages.SubjectMessages;
import org.ilium.shared.EmailAddress;

/** What the desk does while a letter about an appointment waits, or instead of one. */
@Singleton
public class VisitLetters implements LettersUnderWay {

    private static final Set<AppointmentStatus> TO_HEAR_OF =
            EnumSet.of(
                    AppointmentStatus.REQUESTED,
                    AppointmentStatus.BOOKED,
                    AppointmentStatus.CANCELLED);

    private final Outbox outbox;
    private final SubjectMessages messages;
    private final AppointmentNews news;
    private final Appointments appointments;
    private final Clock clock;

    VisitLetters(
            Outbox outbox,
            SubjectMessages messages,
            AppointmentNews news,
            Appointments appointments,
            Clock clock) {
        this.outbox = outbox;
        this.messages = messages;
        this.news = news;
        this.appointments = appointments;
        this.clock = clock;
    }

    /**
     * Whether nothing we mail tells her of the last change: she has no usable address, or mail to
     * it came back, or there is no mail server. Nor was she told otherwise.
     */
    @Transactional
    public boolean isToBeTold(UUID appointmentId) {
        AppointmentInfo visit = appointments.find(appointmentId).orElse(null);
        boolean matters =
                visit != null
                        && TO_HEAR_OF.contains(visit.status())
                        && visit.time().end().isAfter(clock.instant());
        return matters && messages.isToBeTold(appointmentId);
    }

    @Override
    @Transactional
    public void toldOnThePhone(UUID appointmentId) {
        messages.toldOnThePhone(appointmentId);
    }

    @Override
    @Transactional
    public boolean mayTakeBack(UUID appointmentId) {
        return messages.newest(appointmentId, AppointmentMessage.CANCELLED)
                .filter(MessageState::hasLeft)
                .isEmpty();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean takeBack(AppointmentInfo appointment, boolean byHerself) {
        MessageState letter =
                messages.newest(appointment.id(), AppointmentMessage.CANCELLED)
                        .map(found -> messages.locked(found.id()))
                        .orElse(null);
        if (letter != null && letter.hasLeft()) {
            return false;
        }
        // one that failed may have arrived all the same
        boolean heard =
                byHerself
                        || letter != null
                                && (letter.toldByPhone()
                                        || letter.status() == MailStatus.DEFERRED
                                        || letter.status() == MailStatus.FAILED);
        if (letter != null && letter.status() != MailStatus.DROPPED) {
            outbox.drop(letter, "The cancellation was taken back.");
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
        news.tell(AppointmentMessage.RESTORED, appointment, visit);
    }

    /** She may still expect to come at the time from which it was moved. */
    private Instant earliestUntold(AppointmentInfo appointment) {
        Instant start = appointment.time().start();
        return messages.all(appointment.id(), AppointmentMessage.OF_ONE_THAT_STANDS).stream()
                .filter(message -> message.waits() || wasDroppedAsCancelled(message))
                .map(MessageState::visit)
                .filter(visit -> visit != null && visit.isBefore(start))
                .min(Instant::compareTo)
                .orElse(start);
    }

    private void sendWhatWaitedThen(AppointmentInfo appointment) {
        boolean waiting = false;
        for (MessageState found :
                messages.all(appointment.id(), AppointmentMessage.OF_ONE_THAT_STANDS)) {
            MessageState message = messages.locked(found.id());
            if (message.waits()) {
                waiting = true;
                if (message.claimed()) {
                    // whoever has it may have found the visit cancelled, and drop it in a moment
                    news.tell(message.kind(), appointment);
                }
            } else if (wasDroppedAsCancelled(message)) {
                outbox.again(message);
                waiting = true;
            }
        }
        if (!waiting && wentElsewhere(appointment)) {
            news.tell(AppointmentMessage.BOOKED, appointment);
        }
    }

    private boolean wasDroppedAsCancelled(MessageState message) {
        return messages.wasFoundNeedless(message, AppointmentLetters.IS_CANCELLED);
    }

    /** Her address was changed meanwhile: the link in her last mail is closed. */
    private boolean wentElsewhere(AppointmentInfo appointment) {
        String address = EmailAddress.forRelay(appointment.contactEmail()).orElse(null);
        return messages.lastAddress(appointment.id()).filter(to -> !to.equals(address)).isPresent();
    }
}
