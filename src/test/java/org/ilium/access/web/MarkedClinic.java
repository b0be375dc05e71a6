package org.ilium.access.web;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ilium.access.OpenedSession;
import org.ilium.access.Roles;
import org.ilium.booking.Contact;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.clinic.AbsenceEntry;
import org.ilium.clinic.Absences;
import org.ilium.clinic.PhoneNumbers;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.UnusedPhones;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.EpisodeInfo.Screening;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Patients;
import org.ilium.patients.StopSigns;
import org.ilium.programs.SentPlanFixture;
import org.ilium.reviews.ReviewScene;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.StopSign;
import org.ilium.web.SettingsOutcome;
import org.jspecify.annotations.Nullable;

/**
 * A clinic whose patients and their clinical facts can be told from everything else in an answer:
 * Ada, who has a chart with all that a chart can hold, and Una, who booked online and has none.
 */
final class MarkedClinic {

    /** Whom an answer may show: how she is recognized, and the ids that an audit row names. */
    record Person(String name, List<String> marks, List<UUID> ids) {

        boolean isIn(String answer) {
            return marks.stream().anyMatch(answer::contains);
        }
    }

    private static final LocalDate BORN = LocalDate.of(1971, 2, 9);
    private static final List<String> BORN_SHOWN = List.of("1971-02-09", "Feb 9, 1971");
    private static final String PROGRAM = "Zqprogram";

    private final ReviewScene reviews = new ReviewScene();
    final ClinicFixture clinic = reviews.clinic();
    final String givenName = word("Zg");
    final String familyName = word("Za");
    final String day = clinic.day().toString();
    final Person ada;
    final Person una;
    final Map<String, UUID> ids = new LinkedHashMap<>();
    private final Map<String, OpenedSession> staff = new LinkedHashMap<>();

    MarkedClinic() {
        for (String role : Roles.ALL) {
            staff.put(role, SignedIn.session(role));
        }
        UUID practitioner =
                clinic.addPractitioner("Demo Reyes", staff.get(Roles.THERAPIST).staff().id()).id();
        String phone = phone();
        String email = word("zm") + "@patient.example";
        UUID patient =
                bean(Patients.class)
                        .register(PatientEntry.of(givenName, familyName, BORN, phone, email), true)
                        .orThrow()
                        .id();
        episode(patient, Set.of(), ScreeningOutcome.CLEAR, null);
        UUID program = bean(SentPlanFixture.class).sent(patient);
        episode(patient, Set.of(Condition.PRE_ECLAMPSIA), ScreeningOutcome.CONCERNS, 0);
        sql("update program set title = ?1 where id = ?2", PROGRAM, program);
        UUID visit =
                bean(BookingAppointments.class)
                        .enter(
                                StaffBooking.of(
                                        new SlotChoice(
                                                clinic.followUp().id(),
                                                practitioner,
                                                clinic.at("10:00")),
                                        patient))
                        .orThrow()
                        .id();
        UUID review =
                reviews.written(reviews.invitation(reviews.completedVisit(patient)), 4, "Fine.");
        reviews.authorized(review);
        sql(
                "update review_authorization set shown_name = ?1 where review_id = ?2",
                givenName,
                review);
        UUID sign =
                bean(StopSigns.class)
                        .report(patient, Set.of(StopSign.DIZZY), null)
                        .orThrow()
                        .get(0)
                        .id();
        ada =
                new Person(
                        "Ada",
                        marks(givenName, familyName, phone, email, BORN_SHOWN),
                        List.of(patient, visit));

        String unasPhone = phone();
        String unasEmail = word("zu") + "@patient.example";
        String unasName = word("Zu");
        UUID booked =
                bean(BookingAppointments.class)
                        .bookPublic(
                                clinic.slot(clinic.at("11:00")),
                                ClinicFixture.visitor(
                                        new Contact("Demo " + unasName, unasPhone, unasEmail)))
                        .orThrow()
                        .id();
        una =
                new Person(
                        "Una",
                        marks(unasName, unasName, unasPhone, unasEmail, List.of()),
                        List.of(booked));
        ids.put("patient", patient);
        ids.put("visit", visit);
        ids.put("booked", booked);
        ids.put("program", program);
        ids.put("review", review);
        ids.put("report", sign);
        ids.put("message", message(visit));
        ids.put("booked's message", message(booked));
        ids.put("practitioner", practitioner);
        ids.put("service", clinic.followUp().id());
        ids.put("time off", timeOff(practitioner));
    }

    /** So that her visit is one to move. */
    private UUID timeOff(UUID practitioner) {
        AbsenceEntry entry =
                new AbsenceEntry(practitioner, day + "T09:30", day + "T10:30", null, null);
        return ((SettingsOutcome.Done) bean(Absences.class).add(entry)).id();
    }

    /** What only staff with a clinical part may read of her, in words and in codes. */
    static List<String> clinicalMarks() {
        return List.of(
                Condition.PRE_ECLAMPSIA.code(),
                Condition.PRE_ECLAMPSIA.label(),
                ScreeningOutcome.CONCERNS.label(),
                "\"concerns\"",
                StopSign.DIZZY.code(),
                StopSign.DIZZY.label(),
                PROGRAM,
                "cat-cow",
                "Cat-cow");
    }

    OpenedSession session(String role) {
        return staff.get(role);
    }

    private void episode(
            UUID patient,
            Set<Condition> conditions,
            ScreeningOutcome outcome,
            @Nullable Integer seen) {
        bean(Patients.class)
                .recordEpisode(
                        patient,
                        new EpisodeEntry(
                                Stage.PREGNANT,
                                LocalDate.parse(day).plusDays(120),
                                null,
                                BirthMode.UNKNOWN,
                                2,
                                conditions,
                                new Screening(
                                        ScreeningForm.GAQ_P,
                                        outcome,
                                        LocalDate.parse(day).minusDays(9)),
                                "Hip pain"),
                        seen)
                .orThrow();
    }

    private static List<String> marks(
            String given, String family, String phone, String email, List<String> born) {
        return Stream.concat(
                        Stream.of(given, family, phone, PhoneNumbers.shown(phone), email),
                        born.stream())
                .toList();
    }

    private static UUID message(UUID appointment) {
        return (UUID)
                QuarkusTransaction.requiringNew()
                        .call(
                                () ->
                                        query(
                                                        "select id from outbox_message where"
                                                                + " appointment_id = ?1 limit 1",
                                                        appointment)
                                                .getSingleResult());
    }

    private static String phone() {
        return UnusedPhones.next();
    }

    private static String word(String start) {
        return start
                + UUID.randomUUID()
                        .toString()
                        .replace("-", "")
                        .chars()
                        .limit(12)
                        .mapToObj(c -> String.valueOf((char) ('a' + Character.digit(c, 16))))
                        .collect(Collectors.joining());
    }

    static void sql(String sql, Object... values) {
        QuarkusTransaction.requiringNew().run(() -> query(sql, values).executeUpdate());
    }

    static Query query(String sql, Object... values) {
        Query query = bean(EntityManager.class).createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }

    static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
