package org.ilium.mail.web;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.Appointments;
import org.ilium.mail.Deliveries;
import org.ilium.mail.Delivery;
import org.jspecify.annotations.Nullable;

/** Messages as they are shown to staff: who was told what is part of the chart, so it is noted. */
@Singleton
class MessageReads {

    private static final String LIST = "messages";

    private final Deliveries deliveries;
    private final Appointments appointments;
    private final AuditTrail audit;

    MessageReads(Deliveries deliveries, Appointments appointments, AuditTrail audit) {
        this.deliveries = deliveries;
        this.appointments = appointments;
        this.audit = audit;
    }

    /** One row for all of the page, as for the day board. */
    @Transactional
    public void recordList(Collection<Delivery> shown) {
        Set<UUID> patients = new HashSet<>();
        Set<UUID> withoutChart = new HashSet<>();
        Map<UUID, AppointmentInfo> bookings =
                appointments.findAll(
                        shown.stream()
                                .map(Delivery::appointmentId)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        for (Delivery delivery : shown) {
            UUID patient = patientOf(delivery, bookings);
            if (patient != null) {
                patients.add(patient);
            } else if (delivery.appointmentId() != null) {
                withoutChart.add(delivery.appointmentId());
            }
        }
        audit.recordShown(LIST, patients, withoutChart);
    }

    /** One message, also as the answer to a change of it. */
    @Transactional
    public void recordOne(Delivery shown) {
        recordList(List.of(shown));
    }

    /** A booking may have been linked to a chart after its message was written. */
    private static @Nullable UUID patientOf(
            Delivery delivery, Map<UUID, AppointmentInfo> bookings) {
        AppointmentInfo booking =
                delivery.appointmentId() == null ? null : bookings.get(delivery.appointmentId());
        UUID linked = booking == null ? null : booking.patientId();
        return linked == null ? delivery.patientId() : linked;
    }

    @Transactional
    List<Delivery> ofAppointment(UUID appointmentId) {
        // a booking may have been linked to a chart after its message was written
        UUID patient =
                appointments.find(appointmentId).map(AppointmentInfo::patientId).orElse(null);
        return read(appointmentId, patient, deliveries.ofAppointment(appointmentId));
    }

    @Transactional
    List<Delivery> ofProgram(UUID programId) {
        List<Delivery> found = deliveries.ofProgram(programId);
        return read(programId, found.isEmpty() ? null : found.get(0).patientId(), found);
    }

    /** When there are none, nothing was read. */
    private List<Delivery> read(UUID subjectId, @Nullable UUID patientId, List<Delivery> found) {
        if (!found.isEmpty()) {
            audit.record("read", LIST, subjectId, patientId);
        }
        return found;
    }
}
