package org.ilium.booking;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A step on a visit's way. Nobody arrives for a call, by phone or video: it begins straight from
 * booked, and goes back there.
 */
public enum VisitStep {
    ARRIVE,
    START,
    COMPLETE,
    NO_SHOW,
    UNDO;

    /** What the audit trail and addresses call it. */
    public String action() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state it leads to from {@code status}; null where it is not possible. */
    public @Nullable AppointmentStatus from(AppointmentStatus status, boolean isCall) {
        return switch (this) {
            case ARRIVE ->
                    only(status == AppointmentStatus.BOOKED && !isCall, AppointmentStatus.ARRIVED);
            case START -> only(status == before(isCall), AppointmentStatus.IN_PROGRESS);
            case COMPLETE ->
                    only(status == AppointmentStatus.IN_PROGRESS, AppointmentStatus.COMPLETED);
            case NO_SHOW -> only(status == AppointmentStatus.BOOKED, AppointmentStatus.NO_SHOW);
            case UNDO ->
                    switch (status) {
                        case ARRIVED, NO_SHOW -> AppointmentStatus.BOOKED;
                        case IN_PROGRESS -> before(isCall);
                        case COMPLETED -> AppointmentStatus.IN_PROGRESS;
                        default -> null;
                    };
        };
    }

    /** Why it leads nowhere from there. */
    public BookingRefusal refusal(AppointmentStatus status, boolean isCall) {
        if (this == ARRIVE && isCall) {
            return BookingRefusal.NO_ARRIVAL;
        }
        return this == START && status == AppointmentStatus.BOOKED
                ? BookingRefusal.NOT_ARRIVED
                : BookingRefusal.WRONG_STATUS;
    }

    /** What a visit is before it begins. */
    private static AppointmentStatus before(boolean isCall) {
        return isCall ? AppointmentStatus.BOOKED : AppointmentStatus.ARRIVED;
    }

    private static @Nullable AppointmentStatus only(boolean possible, AppointmentStatus next) {
        return possible ? next : null;
    }
}
