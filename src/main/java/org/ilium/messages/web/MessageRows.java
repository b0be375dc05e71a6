package org.ilium.messages.web;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.ilium.access.StaffAccounts;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.PhoneNumbers;
import org.ilium.messages.Delivery;
import org.ilium.messages.MailStatus;
import org.ilium.messages.MessageKinds;
import org.ilium.messages.MessageSubject;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.shared.TimeOfDay;
import org.jspecify.annotations.Nullable;

/** Puts names and times to messages, in the clinic's zone. */
@Singleton
class MessageRows {

    private static final TimeOfDay.AfterDate WHEN = TimeOfDay.after("EEE, MMM d");
    private static final TimeOfDay.AfterDate WHEN_WITH_YEAR = TimeOfDay.after("EEE, MMM d, uuuu");

    private final MessageKinds kinds;
    private final Patients patients;
    private final ClinicDirectory clinic;
    private final StaffAccounts staff;
    private final Clock clock;

    MessageRows(
            MessageKinds kinds,
            Patients patients,
            ClinicDirectory clinic,
            StaffAccounts staff,
            Clock clock) {
        this.kinds = kinds;
        this.patients = patients;
        this.clinic = clinic;
        this.staff = staff;
        this.clock = clock;
    }

    @Transactional
    public List<MessageRow> of(List<Delivery> deliveries) {
        Map<UUID, MessageSubject> subjects = kinds.subjects(deliveries);
        Map<UUID, PatientInfo> known = patients.findAll(ids(deliveries, Delivery::patientId));
        Map<UUID, String> names = staff.names(ids(deliveries, Delivery::toldBy));
        return deliveries.stream().map(delivery -> row(delivery, subjects, known, names)).toList();
    }

    private static List<UUID> ids(
            List<Delivery> deliveries, Function<Delivery, @Nullable UUID> id) {
        return deliveries.stream().map(id).filter(Objects::nonNull).distinct().toList();
    }

    private MessageRow row(
            Delivery delivery,
            Map<UUID, MessageSubject> subjects,
            Map<UUID, PatientInfo> known,
            Map<UUID, String> names) {
        MessageSubject subject = subjects.get(delivery.subjectId());
        UUID patientId =
                subject != null && subject.patientId() != null
                        ? subject.patientId()
                        : delivery.patientId();
        PatientInfo patient = patientId == null ? null : known.get(patientId);
        String phone = phone(subject, patient);
        return new MessageRow(
                delivery.id(),
                who(subject, patient),
                patientId == null ? null : "/patients/" + patientId,
                phone,
                phone == null ? null : PhoneNumbers.shown(phone),
                delivery.kind().label(),
                recipient(delivery, patient),
                about(delivery, subject),
                when(delivery),
                status(delivery),
                tone(delivery.status()),
                tries(delivery),
                delivery.detail(),
                delivery.notTold(),
                delivery.status() == MailStatus.PRINT_ONLY,
                delivery.toldByPhoneAt() == null ? null : shown(delivery.toldByPhoneAt()),
                delivery.toldBy() == null ? "" : names.getOrDefault(delivery.toldBy(), "staff"));
    }

    /** Where it went; of one that waits, where it will go: its address is looked up only then. */
    private static @Nullable String recipient(Delivery delivery, @Nullable PatientInfo patient) {
        return delivery.appointmentId() == null && patient != null && delivery.waits()
                ? patient.email()
                : delivery.recipient();
    }

    private static @Nullable String phone(
            @Nullable MessageSubject subject, @Nullable PatientInfo patient) {
        if (subject != null && subject.phone() != null) {
            return subject.phone();
        }
        return patient == null ? null : patient.phone();
    }

    private static String who(@Nullable MessageSubject subject, @Nullable PatientInfo patient) {
        if (patient != null) {
            return patient.fullName();
        }
        return subject == null ? "Unknown" : subject.name();
    }

    private String about(Delivery delivery, @Nullable MessageSubject subject) {
        if (subject != null) {
            return subject.time() == null
                    ? subject.words()
                    : shown(subject.time()) + ", " + subject.words();
        }
        return delivery.subjectVersion() == null ? "" : "Version " + delivery.subjectVersion();
    }

    private String when(Delivery delivery) {
        return switch (delivery.status()) {
            case SENT -> shown(Objects.requireNonNull(delivery.sentAt()));
            case DEFERRED -> "Next try " + shown(delivery.sendAfter());
            default -> shown(delivery.createdAt());
        };
    }

    /** A message that was never handed to a mail server was not tried. */
    private static int tries(Delivery delivery) {
        return switch (delivery.status()) {
            case NO_ADDRESS, PRINT_ONLY, DROPPED -> 0;
            default -> delivery.attempts();
        };
    }

    /** One that was told instead is needed no longer because of that. */
    private static String status(Delivery delivery) {
        boolean instead =
                delivery.status() == MailStatus.DROPPED && delivery.toldByPhoneAt() != null;
        return instead ? "Told instead" : delivery.status().label();
    }

    private static String tone(MailStatus status) {
        return switch (status) {
            case SENT -> "ok";
            case FAILED -> "block";
            case DEFERRED, NO_ADDRESS, PRINT_ONLY -> "warn";
            case QUEUED, DROPPED -> "quiet";
        };
    }

    private String shown(Instant at) {
        ZonedDateTime then = at.atZone(clinic.profile().zone());
        boolean thisYear = then.getYear() == clock.instant().atZone(then.getZone()).getYear();
        return (thisYear ? WHEN : WHEN_WITH_YEAR).format(then);
    }
}
