package org.ilium.booking.api;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ilium.booking.BookedVia;
import org.ilium.booking.BookingRule;
import org.ilium.booking.Contact;
import org.ilium.booking.SeenTime;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.VisitReason;
import org.ilium.booking.VisitorBooking;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.ServiceInfo;
import org.ilium.clinic.ServiceSettings;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/** Reads a booking that a program sent, or refuses it with every field that is off. */
@Singleton
class BookingReader {

    private static final UUID NONE = new UUID(0, 0);

    private final EnteredFields entered;
    private final ClinicDirectory clinic;
    private final AskedBy asked;

    BookingReader(EnteredFields entered, ClinicDirectory clinic, AskedBy asked) {
        this.entered = entered;
        this.clinic = clinic;
        this.asked = asked;
    }

    SlotChoice slot(BookingBody body) {
        FieldErrors errors = new FieldErrors();
        SlotChoice slot = slot(body, errors);
        refuse(errors);
        return slot;
    }

    /** What the program says besides the hold; each part may be left out. */
    SeenTime seen(BookingBody body) {
        FieldErrors errors = new FieldErrors();
        SeenTime seen = seen(body, errors);
        refuse(errors);
        return seen;
    }

    private SeenTime seen(BookingBody body, FieldErrors errors) {
        UUID service = body.service() == null ? null : service(body, errors);
        UUID practitioner =
                body.practitionerId() == null
                        ? null
                        : entered.id("practitionerId", body.practitionerId(), errors);
        Instant start = body.start() == null ? null : start(body, errors);
        return new SeenTime(service, practitioner, start);
    }

    /** Meaningful only while {@code errors} stay empty. */
    private SlotChoice slot(BookingBody body, FieldErrors errors) {
        UUID service = service(body, errors);
        UUID practitioner = entered.id("practitionerId", body.practitionerId(), errors);
        Instant start = start(body, errors);
        return new SlotChoice(
                service == null ? NONE : service,
                practitioner == null ? NONE : practitioner,
                start == null ? Instant.EPOCH : start);
    }

    private @Nullable UUID service(BookingBody body, FieldErrors errors) {
        String slug = body.service() == null ? "" : body.service();
        UUID service = clinic.service(slug).map(ServiceInfo::id).orElse(null);
        if (service == null) {
            errors.add("service", "We do not offer this service.");
        }
        return service;
    }

    private @Nullable Instant start(BookingBody body, FieldErrors errors) {
        ZoneId zone = entered.zone(body.zone(), errors);
        ZoneId local = zone == null ? clinic.profile().zone() : zone;
        return entered.start("start", body.start(), local, errors);
    }

    /** The questions come first, as on the page: any yes refuses, any gap is an error. */
    void safe(BookingBody body) {
        Map<String, Boolean> answers = body.redFlags() == null ? Map.of() : body.redFlags();
        Set<RedFlag> raised = EnumSet.noneOf(RedFlag.class);
        FieldErrors errors = new FieldErrors();
        for (RedFlag flag : RedFlag.values()) {
            if (Boolean.TRUE.equals(answers.get(flag.code()))) {
                raised.add(flag);
            }
            if (answers.get(flag.code()) == null) {
                errors.add("redFlags." + flag.code(), "Please answer: " + flag.question());
            }
        }
        Set<String> known =
                Stream.of(RedFlag.values()).map(RedFlag::code).collect(Collectors.toSet());
        if (!known.containsAll(answers.keySet())) {
            // a misspelt yes must not pass for none; its name is not repeated
            errors.add("redFlags", "There is a name among them that is no question of ours.");
        }
        if (!raised.isEmpty()) {
            throw new RefusedException(StopAdvice.of(raised).problem());
        }
        refuse(errors);
    }

    VisitorBooking visitor(BookingBody body) {
        FieldErrors errors = new FieldErrors();
        if (body.holdId() == null) {
            slot(body, errors);
        } else {
            seen(body, errors);
        }
        ZoneId zone = entered.zone(body.zone(), errors);
        Contact contact = contact(body, true, errors);
        VisitReason reason = reason(body, errors);
        notForVisitors(body, errors);
        if (reason.stage() == null) {
            errors.add("stage", "One of pregnant, postpartum, neither.");
        }
        if (reason.reason() == null) {
            errors.add("reason", "Please tell us in a few words what brings you to us.");
        }
        refuse(errors);
        return new VisitorBooking(contact, zone, reason, BookedVia.API, asked.stranger());
    }

    /** What would be dropped in silence otherwise. */
    private static void notForVisitors(BookingBody body, FieldErrors errors) {
        Map<String, @Nullable Object> staffs = new LinkedHashMap<>();
        staffs.put("patientId", body.patientId());
        staffs.put("mode", body.mode());
        staffs.put("note", body.note());
        staffs.put("overlap", body.overlap());
        staffs.put("beyondHorizon", body.beyondHorizon());
        staffs.put("setAside", body.setAside());
        staffs.put("toldOnPhone", body.toldOnPhone());
        staffs.forEach(
                (field, value) -> {
                    if (value != null) {
                        errors.add(field, "Only the clinic's staff can say this.");
                    }
                });
    }

    private static void notForStaff(BookingBody body, FieldErrors errors) {
        if (body.holdId() != null) {
            errors.add("holdId", "Only a booking without sign-in has a hold.");
        }
        if (body.redFlags() != null && !body.redFlags().isEmpty()) {
            errors.add(
                    "redFlags",
                    "Only a booking without sign-in is refused by these. Staff ask on the phone, and"
                            + " book without them.");
        }
    }

    UUID holdId(String typed) {
        FieldErrors errors = new FieldErrors();
        UUID id = entered.id("holdId", typed, errors);
        refuse(errors);
        return id == null ? NONE : id;
    }

    StaffBooking staff(BookingBody body) {
        FieldErrors errors = new FieldErrors();
        notForStaff(body, errors);
        SlotChoice slot = slot(body, errors);
        UUID patient =
                body.patientId() == null ? null : entered.id("patientId", body.patientId(), errors);
        Contact contact = body.contact() == null ? null : contact(body, false, errors);
        if (body.patientId() == null && contact == null) {
            errors.add("patientId", "Name a patient, or give a contact.");
        } else if (body.patientId() != null && contact != null) {
            errors.add("contact", "The chart has the contact of a patient: leave this out.");
        }
        if (body.mode() != null && !ServiceSettings.MODES.contains(body.mode())) {
            errors.add("mode", "One of phone, video, in-person.");
        }
        ZoneId zone = entered.zone(body.zone(), errors);
        VisitReason reason = reason(body, errors);
        String note = entered.note(body.note(), errors);
        Set<BookingRule> setAside =
                entered.setAside(body.setAside(), body.overlap(), body.beyondHorizon(), errors);
        refuse(errors);
        return new StaffBooking(
                slot, patient, contact, zone, reason, body.mode(), note, setAside, BookedVia.API);
    }

    private Contact contact(BookingBody body, boolean emailNeeded, FieldErrors errors) {
        BookingBody.ContactBody given =
                body.contact() == null
                        ? new BookingBody.ContactBody(null, null, null)
                        : body.contact();
        FieldErrors own = new FieldErrors();
        Contact contact =
                entered.contact(given.name(), given.phone(), given.email(), emailNeeded, own);
        errors.addAll(own.under("contact."));
        return contact;
    }

    private VisitReason reason(BookingBody body, FieldErrors errors) {
        @Nullable String weeks = body.weeks() == null ? null : body.weeks().toString();
        boolean counted =
                Stage.PREGNANT.code().equals(body.stage())
                        || Stage.POSTPARTUM.code().equals(body.stage());
        if (weeks != null && !counted) {
            errors.add("weeks", "Only with stage pregnant or postpartum.");
        }
        return entered.reason(body.stage(), counted ? weeks : null, body.reason(), errors);
    }

    private static void refuse(FieldErrors errors) {
        if (!errors.isEmpty()) {
            throw RefusedException.of(errors);
        }
    }
}
