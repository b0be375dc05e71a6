package org.ilium.messages.web;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.AuditTrail;
import org.ilium.messages.Deliveries;
import org.ilium.messages.Delivery;
import org.ilium.messages.MessageKinds;
import org.ilium.messages.MessageSubject;
import org.jspecify.annotations.Nullable;

/** Messages as they are shown to staff: who was told what is part of the chart, so it is noted. */
@Singleton
class MessageReads {

    private static final String LIST = "messages";

    private final Deliveries deliveries;
    private final MessageKinds kinds;
    private final AuditTrail audit;

    MessageReads(Deliveries deliveries, MessageKinds kinds, AuditTrail audit) {
        this.deliveries = deliveries;
        this.kinds = kinds;
        this.audit = audit;
    }

    /** One row for all of the page, as for the day board. */
    @Transactional
    public void recordList(Collection<Delivery> shown) {
        Set<UUID> patients = new HashSet<>();
        Set<UUID> withoutChart = new HashSet<>();
        Map<UUID, MessageSubject> subjects = kinds.subjects(shown);
        for (Delivery delivery : shown) {
            UUID patient = patientOf(delivery, subjects);
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
    private static @Nullable UUID patientOf(Delivery delivery, Map<UUID, MessageSubject> subjects) {
        MessageSubject subject = subjects.get(delivery.subjectId());
        return subject == null || subject.patientId() == null
                ? delivery.patientId()
                : subject.patientId();
    }

    /** Those about a thing that the API calls so; when there are none, nothing was read. */
    @Transactional
    List<Delivery> about(String subject, UUID id) {
        List<Delivery> found =
                deliveries.about(id).stream()
                        .filter(delivery -> kinds.isAbout(delivery.kind(), subject))
                        .toList();
        if (!found.isEmpty()) {
            Delivery newest = found.get(0);
            audit.record("read", LIST, id, patientOf(newest, kinds.subjects(List.of(newest))));
        }
        return found;
    }
}
