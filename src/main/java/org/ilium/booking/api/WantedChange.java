package org.ilium.booking.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentEdit;
import org.ilium.booking.AppointmentStatus;
import org.ilium.web.Difference;
import org.ilium.web.Differences;

/** What a program wanted of an appointment, for the answer to one that came too late. */
public interface WantedChange {

    /** Where the appointment as it is now is not as it was wanted. */
    List<Difference> against(AppointmentDetails now);

    /** Nothing that could come too late, or a step back, which names no state. */
    static WantedChange none() {
        return now -> List.of();
    }

    static WantedChange status(AppointmentStatus wanted) {
        return now ->
                new Differences()
                        .compare("status", "Status", wanted.code(), now.status().code())
                        .list();
    }

    static WantedChange edit(AppointmentEdit edit) {
        return now -> {
            Differences differences = new Differences();
            if (edit.changesPatient()) {
                differences.compare(
                        "patientId", "Patient", edit.patientId(), now.info().patientId());
            }
            if (edit.changesNote()) {
                String note = edit.note() == null || edit.note().isBlank() ? null : edit.note();
                differences.compare("note", "Note", note, now.note());
            }
            return differences.list();
        };
    }

    static WantedChange time(UUID practitionerId, Instant start) {
        return now ->
                new Differences()
                        .compare("start", "Start", start, now.info().time().start())
                        .compare(
                                "practitionerId",
                                "Practitioner",
                                practitionerId,
                                now.info().practitionerId())
                        .list();
    }
}
