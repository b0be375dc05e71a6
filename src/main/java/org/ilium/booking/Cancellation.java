package org.ilium.booking;

import java.util.Locale;
import java.util.stream.Collectors;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * Who cancelled, {@link AppointmentDetails#BY_PATIENT} or {@link AppointmentDetails#BY_CLINIC}, and
 * why; null when nobody was asked, as behind her own link.
 */
public record Cancellation(String by, @Nullable CancelReason reason) {

    /** Hers by her own link, where nobody asks why. */
    public static final Cancellation BY_HER_LINK =
            new Cancellation(AppointmentDetails.BY_PATIENT, null);

    public Cancellation {
        if (!by.equals(AppointmentDetails.BY_PATIENT) && !by.equals(AppointmentDetails.BY_CLINIC)) {
            throw new IllegalArgumentException("nobody cancels who is neither");
        }
        if (reason != null && !CancelReason.of(by).contains(reason)) {
            throw new IllegalArgumentException("no reason of the " + by + ": " + reason.code());
        }
    }

    /** What was chosen or sent; null when {@code errors} say what is missing or wrong. */
    public static @Nullable Cancellation read(
            @Nullable String by, @Nullable String reason, FieldErrors errors) {
        if (by == null
                || !by.equals(AppointmentDetails.BY_PATIENT)
                        && !by.equals(AppointmentDetails.BY_CLINIC)) {
            errors.add("cancelledBy", "Say who cancels: patient or clinic.");
            if (reason == null || reason.isBlank()) {
                errors.add("cancelReason", "Say why.");
            }
            return null;
        }
        CancelReason why = CancelReason.find(by, reason == null ? "" : reason).orElse(null);
        if (why == null) {
            errors.add("cancelReason", "Say why, one of " + reasons(by) + ".");
            return null;
        }
        return new Cancellation(by, why);
    }

    private static String reasons(String by) {
        return CancelReason.of(by).stream()
                .map(CancelReason::code)
                .collect(Collectors.joining(", "));
    }

    public static Cancellation byPatient(CancelReason reason) {
        return new Cancellation(AppointmentDetails.BY_PATIENT, reason);
    }

    public static Cancellation byClinic(CancelReason reason) {
        return new Cancellation(AppointmentDetails.BY_CLINIC, reason);
    }

    /** As staff read it: "Cancelled by patient: work or schedule". */
    public String words() {
        return "Cancelled by "
                + by
                + (reason == null ? "" : ": " + reason.label().toLowerCase(Locale.US));
    }

    /** What the audit trail calls the deed. */
    public String deed() {
        return reason == null ? "cancel" : "cancel-" + by + "-" + reason.code();
    }
}
