package org.ilium.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.VisitStep;

/** What the panel offers for an appointment as it stands; the domain decides again on each. */
public final class DeskActions {

    private static final Set<AppointmentStatus> BEFORE_IT =
            EnumSet.of(AppointmentStatus.REQUESTED, AppointmentStatus.BOOKED);

    private DeskActions() {}

    /** {@code now} in the clinic's zone: nobody arrives before the visit's own day there. */
    public static Set<String> of(
            AppointmentDetails visit, ZonedDateTime now, boolean mayEdit, boolean isTherapist) {
        Set<String> may = new LinkedHashSet<>();
        AppointmentStatus status = visit.status();
        boolean call = visit.info().isCall();
        if (!now.toLocalDate().isBefore(dayOf(visit, now.getZone()))) {
            if (isTherapist && VisitStep.START.from(status, call) != null) {
                may.add("start");
            }
            if (isTherapist && VisitStep.COMPLETE.from(status, call) != null) {
                may.add("complete");
            }
            if ((mayEdit || isTherapist) && VisitStep.ARRIVE.from(status, call) != null) {
                may.add("arrive");
            }
        }
        if ((mayEdit || isTherapist) && VisitStep.UNDO.from(status, call) != null) {
            may.add("undo");
        }
        if (mayEdit) {
            desk(visit, now.toInstant(), may);
        }
        return may;
    }

    private static LocalDate dayOf(AppointmentDetails visit, ZoneId zone) {
        return LocalDate.ofInstant(visit.info().time().start(), zone);
    }

    private static void desk(AppointmentDetails visit, Instant now, Set<String> may) {
        AppointmentStatus status = visit.status();
        if (status == AppointmentStatus.BOOKED && !now.isBefore(visit.info().time().start())) {
            may.add("no-show");
        }
        if (BEFORE_IT.contains(status)) {
            may.add("move");
        }
        if (BEFORE_IT.contains(status) || status == AppointmentStatus.ARRIVED) {
            may.add("cancel");
        }
        if (status == AppointmentStatus.CANCELLED) {
            may.add("undo");
        }
        if (status != AppointmentStatus.HELD) {
            may.add("note");
            may.add(visit.info().patientId() == null ? "link" : "book");
        }
    }
}
