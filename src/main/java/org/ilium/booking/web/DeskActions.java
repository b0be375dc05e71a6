package org.ilium.booking.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentStatus;

/** What the panel offers for an appointment as it stands; the domain decides again on each. */
final class DeskActions {

    private static final Set<AppointmentStatus> BEFORE_IT =
            EnumSet.of(AppointmentStatus.REQUESTED, AppointmentStatus.BOOKED);
    private static final Set<AppointmentStatus> UNDOABLE =
            EnumSet.of(
                    AppointmentStatus.ARRIVED,
                    AppointmentStatus.NO_SHOW,
                    AppointmentStatus.IN_PROGRESS);

    private DeskActions() {}

    /** {@code now} in the clinic's zone: nobody arrives before the visit's own day there. */
    static Set<String> of(
            AppointmentDetails visit, ZonedDateTime now, boolean mayEdit, boolean isTherapist) {
        Set<String> may = new LinkedHashSet<>();
        AppointmentStatus status = visit.status();
        boolean booked = status == AppointmentStatus.BOOKED;
        boolean call = !visit.info().mode().equals("in-person");
        if (!now.toLocalDate().isBefore(dayOf(visit, now.getZone()))) {
            if (isTherapist && (status == AppointmentStatus.ARRIVED || (booked && call))) {
                may.add("start");
            }
            if (isTherapist && status == AppointmentStatus.IN_PROGRESS) {
                may.add("complete");
            }
            if ((mayEdit || isTherapist) && booked) {
                may.add("arrive");
            }
        }
        if ((mayEdit || isTherapist) && UNDOABLE.contains(status)) {
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
        if (status == AppointmentStatus.CANCELLED && now.isBefore(visit.info().time().end())) {
            may.add("undo");
        }
        if (status != AppointmentStatus.HELD) {
            may.add("note");
            may.add(visit.info().patientId() == null ? "link" : "book");
        }
    }
}
