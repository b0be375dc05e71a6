package org.ilium.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.ilium.clinic.ServiceMode;
import org.ilium.shared.Interval;
import org.jspecify.annotations.Nullable;

/** One row of time held; made by {@link AppointmentInserts}, changed here. */
@Entity
class Appointment {

    @Id UUID id;

    @Column(name = "practitioner_id")
    UUID practitionerId;

    @Column(name = "service_id")
    UUID serviceId;

    @Column(name = "patient_id")
    @Nullable UUID patientId;

    @Convert(converter = StatusInWords.class)
    AppointmentStatus status;

    Instant starts;
    Instant ends;

    @Column(name = "busy_starts")
    Instant busyStarts;

    @Column(name = "busy_ends")
    Instant busyEnds;

    String mode;

    @Column(name = "overlap_allowed")
    boolean overlapAllowed;

    @Column(name = "overlap_allowed_by")
    @Nullable UUID overlapAllowedBy;

    @Column(name = "hold_expires_at")
    @Nullable Instant holdExpiresAt;

    @Column(name = "held_since")
    @Nullable Instant heldSince;

    /** Where the visitor came from, as {@link Strangers} writes it; forgotten within a day. */
    @Nullable String network;

    @Column(name = "contact_name")
    @Nullable String contactName;

    @Column(name = "contact_phone")
    @Nullable String contactPhone;

    @Column(name = "contact_email")
    @Nullable String contactEmail;

    @Column(name = "person_zone")
    @Nullable String personZone;

    @Nullable String stage;
    @Nullable Short weeks;
    @Nullable String reason;
    @Nullable String note;

    @Column(name = "booked_via")
    String bookedVia;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "cancelled_at")
    @Nullable Instant cancelledAt;

    @Column(name = "cancelled_by")
    @Nullable String cancelledBy;

    @Column(name = "cancel_reason")
    @Nullable String cancelReason;

    /** What it was before it was cancelled. */
    @Column(name = "cancelled_from")
    @Nullable String cancelledFrom;

    @Version int version;

    protected Appointment() {}

    boolean isCall() {
        return isCall(mode);
    }

    static boolean isCall(String mode) {
        return !mode.equals(ServiceMode.IN_PERSON.code());
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
