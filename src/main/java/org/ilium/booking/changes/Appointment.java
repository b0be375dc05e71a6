package org.ilium.booking.changes;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.Cancellation;
import org.ilium.booking.VisitReason;
import org.ilium.booking.VisitorBooking;
import org.ilium.shared.Interval;
import org.jspecify.annotations.Nullable;

/** One row of time held; made by {@link AppointmentInserts}, changed here. */
@Entity
class Appointment {

    @Id UUID id;

    UUID practitionerId;

    UUID serviceId;

    @Nullable UUID patientId;

    @Convert(converter = StatusInWords.class)
    AppointmentStatus status;

    Instant starts;
    Instant ends;

    Instant busyStarts;

    Instant busyEnds;

    String mode;

    boolean overlapAllowed;

    @Nullable UUID overlapAllowedBy;

    @Nullable Instant holdExpiresAt;

    @Nullable Instant heldSince;

    /** Where the visitor came from, as it is kept of strangers; forgotten within a day. */
    @Nullable String network;

    @Nullable String contactName;

    @Nullable String contactPhone;

    @Nullable String contactEmail;

    @Nullable String personZone;

    @Nullable String stage;
    @Nullable Short weeks;
    @Nullable String reason;
    @Nullable String note;

    String bookedVia;

    Instant updatedAt;

    @Nullable Instant cancelledAt;

    @Nullable String cancelledBy;

    @Nullable String cancelReason;

    /** What it was before it was cancelled. */
    @Nullable String cancelledFrom;

    @Version int version;

    protected Appointment() {}

    boolean isCall() {
        return AppointmentInfo.isCall(mode);
    }

    Interval time() {
        return new Interval(starts, ends);
    }

    void confirm(VisitorBooking booking) {
        status = AppointmentStatus.BOOKED;
        holdExpiresAt = null;
        heldSince = null;
        network = booking.from() == null ? null : booking.from().network();
        contactName = booking.contact().name();
        contactPhone = booking.contact().phone();
        contactEmail = booking.contact().email();
        personZone = booking.zone() == null ? null : booking.zone().getId();
        VisitReason said = booking.reason();
        stage = said.stage() == null ? null : said.stage().code();
        weeks = said.weeks() == null ? null : said.weeks().shortValue();
        reason = said.reason();
        bookedVia = booking.via().code();
    }

    void move(UUID toPractitioner, Interval time, Interval busy) {
        practitionerId = toPractitioner;
        starts = time.start();
        ends = time.end();
        busyStarts = busy.start();
        busyEnds = busy.end();
    }

    void overlap(@Nullable UUID allowedBy) {
        overlapAllowed = allowedBy != null;
        overlapAllowedBy = allowedBy;
    }

    void cancel(Cancellation why, Instant at) {
        cancelledFrom = status.code();
        status = AppointmentStatus.CANCELLED;
        holdExpiresAt = null;
        heldSince = null;
        cancelledBy = why.by();
        cancelReason = why.reason() == null ? null : why.reason().code();
        cancelledAt = at;
    }

    /** As it was; one cancelled before that was kept had been booked. */
    void takeCancellationBack() {
        status =
                cancelledFrom == null
                        ? AppointmentStatus.BOOKED
                        : AppointmentStatus.of(cancelledFrom);
        cancelledFrom = null;
        cancelledBy = null;
        cancelReason = null;
        cancelledAt = null;
    }
}
