package org.ilium.booking.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ilium.booking.AppointmentEdit;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Stale;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.BookingRefusal;
import org.ilium.booking.NewChartOutcome;
import org.ilium.booking.NewChartOutcome.Linked;
import org.ilium.booking.NewChartOutcome.NotLinked;
import org.ilium.booking.NewChartOutcome.NotRegistered;
import org.ilium.booking.schedule.Appointments;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Patients;
import org.ilium.patients.Registration;
import org.ilium.patients.Registration.Registered;
import org.jspecify.annotations.Nullable;

/** Registers who booked without a chart, and links the appointment to it: both or neither. */
@ApplicationScoped
public class NewCharts {

    private final Transactions transactions;
    private final AppointmentRepository rows;
    private final Appointments appointments;
    private final Changes changes;
    private final Patients patients;

    NewCharts(
            Transactions transactions,
            AppointmentRepository rows,
            Appointments appointments,
            Changes changes,
            Patients patients) {
        this.transactions = transactions;
        this.rows = rows;
        this.appointments = appointments;
        this.changes = changes;
        this.patients = patients;
    }

    /**
     * For an appointment as the caller saw it; {@code confirmed} says that somebody looked at the
     * likely duplicates.
     */
    public NewChartOutcome register(UUID id, int version, PatientEntry entry, boolean confirmed) {
        return transactions.call(() -> registerNow(id, version, entry, confirmed));
    }

    /** Refuses while nothing is written yet; the row stays locked until the link has been made. */
    private NewChartOutcome registerNow(
            UUID id, int version, PatientEntry entry, boolean confirmed) {
        AppointmentOutcome refusal = refusal(id, version);
        if (refusal != null) {
            return new NotLinked(refusal);
        }
        Registration registration = patients.register(entry, confirmed);
        if (!(registration instanceof Registered registered)) {
            return new NotRegistered(registration);
        }
        AppointmentEdit link = new AppointmentEdit(true, registered.patient().id(), false, null);
        return new Linked(changes.edit(id, version, link).orThrow());
    }

    private @Nullable AppointmentOutcome refusal(UUID id, int version) {
        Appointment row = rows.lock(id);
        if (row == null) {
            return new Refused(BookingRefusal.UNKNOWN_APPOINTMENT);
        }
        if (row.version != version) {
            return new Stale(appointments.details(id).orElseThrow());
        }
        return row.status == AppointmentStatus.HELD
                ? new Refused(BookingRefusal.WRONG_STATUS)
                : null;
    }
}
