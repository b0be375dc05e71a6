package org.ilium.booking.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.booking.BookingRule.HOURS;
import static org.ilium.booking.BookingRule.IN_THE_PAST;
import static org.ilium.booking.BookingRule.NOTICE;
import static org.ilium.booking.BookingRule.NO_PHONE;
import static org.ilium.booking.BookingRule.PATIENT_BUSY;
import static org.ilium.booking.BookingRule.SLOT_HELD;
import static org.ilium.booking.BookingRule.SLOT_TAKEN;
import static org.ilium.booking.BookingRule.TIME_OFF;
import static org.ilium.fixture.ClinicFixture.DEMO_ADA;
import static org.ilium.fixture.ClinicFixture.visitor;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.access.AuditTrail;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.booking.BookedVia;
import org.ilium.booking.BookingRefusal;
import org.ilium.booking.BookingRule;
import org.ilium.booking.BrokenRule;
import org.ilium.booking.Contact;
import org.ilium.booking.FarAhead;
import org.ilium.booking.RulesBroken;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.TooLongAgo;
import org.ilium.booking.VisitReason;
import org.ilium.booking.schedule.Appointments;
import org.ilium.clinic.HoursLine;
import org.ilium.clinic.HoursSettings;
import org.ilium.clinic.ServiceInfo;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Patients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff break rules on purpose, each of them named to them before; the public never. */
@QuarkusTest
class SetAsideTest {

    private static final Set<BookingRule> ALL =
            Arrays.stream(BookingRule.values())
                    .filter(BookingRule::mayBeSetAside)
                    .collect(Collectors.toSet());

    @Inject BookingAppointments booking;
    @Inject MovingAppointments moving;
    @Inject Appointments appointments;
    @Inject HoursSettings hours;
    @Inject Patients patients;
    @Inject AuditTrail audit;
    @Inject EntityManager database;
    @Inject TestClock clock;

    private ClinicFixture clinic;
    private UUID ada;

    /** Of the first moment: the fixture's own follows the clock. */
    private LocalDate day;

    @BeforeEach
    void open() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        clinic = ClinicFixture.open();
        day = clinic.day();
        ada =
                patients.register(PatientEntry.of("Demo", "Aside", null, null, null), true)
                        .orThrow()
                        .id();
    }

    @AfterEach
    void runOn() {
        clock.reset();
    }

    @Test
    void whoWalksInIsBookedForTheMinuteThatIsRunningWithoutAWord() {
        clock.set(at("10:07").plusSeconds(59));

        assertThat(book(at("10:07"), Set.of())).isInstanceOf(Done.class);
    }

    @Test
    void whoWalksInIsBookedForTheMinuteSheCameThoughTheDeskTookSome() {
        clock.set(at("10:12").plusSeconds(59));

        assertThat(book(at("10:07"), Set.of())).isInstanceOf(Done.class);
    }

    @Test
    void whatBeganLongerAgoIsPutOnRecordOnlyWithAWord() {
        clock.set(at("10:13"));

        assertThat(broken(book(at("10:07"), Set.of()))).containsExactly(IN_THE_PAST);
        assertThat(book(at("10:07"), Set.of(IN_THE_PAST))).isInstanceOf(Done.class);
    }

    @Test
    void aWeekBackIsPutOnRecordAndNothingEarlier() {
        clock.set(at("10:07"));
        Set<BookingRule> all = EnumSet.allOf(BookingRule.class);

        assertThat(book(clinic.at(day.minusDays(7), "10:00"), all)).isInstanceOf(Done.class);
        assertThat(book(clinic.at(day.minusDays(8), "10:00"), all))
                .isEqualTo(new Refused(new TooLongAgo(day.minusDays(8))));
        assertThat(book(clinic.at(day.plusDays(401), "10:00"), all))
                .isEqualTo(new Refused(new FarAhead(day.plusDays(401))));
    }

    @Test
    void oneRefusalNamesEveryRuleWithItsWords() {
        off("17:30", "19:30");
        booking.enter(byStaff(at("18:00"), null, Set.of())).orThrow();
        Instant start = at("18:10");
        clock.set(at("18:20"));

        AppointmentOutcome refused = book(start, Set.of());

        assertThat(broken(refused)).containsExactly(IN_THE_PAST, HOURS, TIME_OFF, SLOT_TAKEN);
        assertThat(words(refused))
                .anyMatch(w -> w.contains("has already passed"))
                .anyMatch(w -> w.contains("does not work at that time") && w.contains("6:00 PM"))
                .anyMatch(w -> w.contains("Demo Therapist is away 5:30 PM – 7:30 PM"))
                .anyMatch(w -> w.contains("6:10 PM with Demo Therapist is taken"));
    }

    @Test
    void onlyAllOfThemTogetherAreEnough() {
        off("17:30", "19:30");
        Instant start = at("18:10");
        clock.set(at("18:20"));
        Set<BookingRule> all = Set.of(IN_THE_PAST, HOURS, TIME_OFF);

        for (BookingRule left : all) {
            Set<BookingRule> fewer = new HashSet<>(all);
            fewer.remove(left);
            AppointmentOutcome refused = book(start, fewer);
            assertThat(broken(refused)).containsExactlyInAnyOrderElementsOf(all);
            assertThat(((Refused) refused).refusal().code()).isEqualTo(left.code());
        }
        AppointmentDetails done = book(start, all).orThrow();

        assertThat(rulesOf(done)).containsExactly("in-the-past", "outside-hours", "time-off");
    }

    @Test
    void aRuleBrokenSinceItWasShownIsRefusedAgainWithTheNewList() {
        Instant lunch = at("12:00");
        off("12:00", "13:00");
        Set<BookingRule> shown = Set.copyOf(broken(book(lunch, Set.of())));
        assertThat(shown).containsExactly(TIME_OFF);
        booking.enter(byStaff(lunch, null, Set.of())).orThrow();

        AppointmentOutcome again = book(lunch, shown);

        assertThat(broken(again)).containsExactly(TIME_OFF, SLOT_TAKEN);
        assertThat(((Refused) again).refusal().code()).isEqualTo("slot-taken");
        assertThat(book(lunch, Set.of(TIME_OFF, SLOT_TAKEN))).isInstanceOf(Done.class);
    }

    @Test
    void whatWasBeingBookedOnlineAndIsBookedByNowIsRefusedAgain() {
        UUID hold = UUID.randomUUID();
        booking.hold(hold, clinic.slot(at("10:00")));
        Set<BookingRule> shown = Set.copyOf(broken(book(at("10:00"), Set.of())));
        assertThat(shown).containsExactly(SLOT_HELD);
        booking.confirm(hold, visitor(DEMO_ADA));

        assertThat(broken(book(at("10:00"), shown))).containsExactly(SLOT_TAKEN);
    }

    @Test
    void whatIsOnlyHeldGivesWayAndIsNoOverlap() {
        booking.hold(UUID.randomUUID(), clinic.slot(at("10:00")));

        AppointmentDetails booked = book(at("10:00"), Set.of(SLOT_HELD)).orThrow();

        assertThat(booked.overlapAllowed()).isFalse();
    }

    @Test
    void whatIsAllowedAndNotNeededIsNeitherStoredNorAudited() {
        UUID booked = book(at("10:00"), ALL).orThrow().id();
        assertThat(trail(booked)).containsExactly("book []");

        AppointmentDetails moved =
                moving.moveByStaff(booked, 0, clinic.practitioner().id(), at("11:30"), ALL)
                        .orThrow();

        assertThat(moved.overlapAllowed()).isFalse();
        assertThat(trail(booked)).containsExactly("book []", "move []");
    }

    @Test
    void whatIsAllowedAndNeededIsStoredAndGoneWithTheNextMove() {
        book(at("10:00"), Set.of()).orThrow();
        AppointmentDetails over = book(at("10:00"), ALL).orThrow();
        assertThat(over.overlapAllowed()).isTrue();

        AppointmentDetails away =
                moving.moveByStaff(over.id(), 0, clinic.practitioner().id(), at("11:30"), ALL)
                        .orThrow();

        assertThat(away.overlapAllowed()).isFalse();
        assertThat(trail(over.id())).containsExactly("book-over [slot-taken]", "move []");
    }

    /** Each action with the rules it is said to break, oldest first. */
    private List<String> trail(UUID appointment) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                database
                                        .createNativeQuery(
                                                "select action || ' [' || coalesce(array_to_string(rules,"
                                                        + " ','), '') || ']' from audit_entry where entity_id ="
                                                        + " :id and action <> 'read' order by id",
                                                String.class)
                                        .setParameter("id", appointment)
                                        .getResultList()
                                        .stream()
                                        .map(String::valueOf)
                                        .toList());
    }

    @Test
    void aClosedDateIsSaidToBeClosed() {
        close(day.plusDays(1));

        AppointmentOutcome refused = book(clinic.at(day.plusDays(1), "10:00"), Set.of());

        assertThat(broken(refused)).containsExactly(HOURS);
        assertThat(words(refused).get(0)).contains("does not work on");
        assertThat(book(clinic.at(day.plusDays(1), "10:00"), Set.of(HOURS)))
                .isInstanceOf(Done.class);
    }

    @Test
    void aVisitThatOnlyRunsIntoTheEveningIsOutsideHours() {
        assertThat(broken(book(at("17:30"), Set.of()))).containsExactly(HOURS);
        assertThat(book(at("17:15"), Set.of())).isInstanceOf(Done.class);
    }

    @Test
    void theNoticeAloneNeedsNoWordAndIsNamedWithTheRest() {
        clock.set(at("17:00"));

        assertThat(broken(book(at("18:30"), Set.of()))).containsExactly(NOTICE, HOURS);
        AppointmentDetails late = book(at("18:30"), Set.of(HOURS)).orThrow();
        AppointmentDetails soon =
                booking.bookByStaff(byStaff(at("17:10"), DEMO_ADA, Set.of())).orThrow();

        assertThat(rulesOf(late)).containsExactly("too-soon", "outside-hours");
        assertThat(rulesOf(soon)).isEmpty();
    }

    @Test
    void nobodyIsInTwoVisitsWhateverIsSetAside() {
        clinic.bookedFor(ada, at("19:00"));
        UUID second = clinic.addPractitioner("Demo Second", null).id();
        SlotChoice there = new SlotChoice(clinic.followUp().id(), second, at("19:15"));
        Set<BookingRule> all = EnumSet.allOf(BookingRule.class);
        all.remove(PATIENT_BUSY);

        AppointmentOutcome refused =
                booking.bookByStaff(
                        new StaffBooking(
                                there,
                                ada,
                                null,
                                null,
                                VisitReason.NOT_ASKED,
                                null,
                                null,
                                Set.of(),
                                BookedVia.STAFF));
        AppointmentOutcome insisting =
                booking.bookByStaff(
                        new StaffBooking(
                                there,
                                ada,
                                null,
                                null,
                                VisitReason.NOT_ASKED,
                                null,
                                null,
                                all,
                                BookedVia.STAFF));

        assertThat(broken(refused)).containsExactly(HOURS, PATIENT_BUSY);
        assertThat(broken(insisting)).containsExactly(HOURS, PATIENT_BUSY);
    }

    @Test
    void movingAsksForTheSameWordAndRecordsIt() {
        AppointmentDetails visit = clinic.bookedFor(ada, at("10:00"));
        UUID with = clinic.practitioner().id();
        clock.set(at("11:00"));
        Instant earlier = at("07:00");

        AppointmentOutcome refused =
                moving.moveByStaff(visit.id(), visit.version(), with, earlier, Set.of());
        AppointmentOutcome half =
                moving.moveByStaff(visit.id(), visit.version(), with, earlier, Set.of(IN_THE_PAST));
        AppointmentDetails moved =
                moving.moveByStaff(
                                visit.id(),
                                visit.version(),
                                with,
                                earlier,
                                Set.of(IN_THE_PAST, HOURS))
                        .orThrow();

        assertThat(broken(refused)).containsExactly(IN_THE_PAST, HOURS);
        assertThat(broken(half)).containsExactly(IN_THE_PAST, HOURS);
        assertThat(moved.info().time().start()).isEqualTo(earlier);
        assertThat(rulesOf(moved)).containsExactly("in-the-past", "outside-hours");
    }

    @Test
    void thePublicMayNoneOfIt() {
        off("12:00", "13:00");
        SlotChoice evening = clinic.slot(at("18:30"));

        assertThat(booking.bookPublic(evening, visitor(DEMO_ADA)))
                .isEqualTo(new Refused(BookingRefusal.OUTSIDE_HOURS));
        AppointmentOutcome away = booking.bookPublic(clinic.slot(at("12:00")), visitor(DEMO_ADA));
        clock.set(at("10:00").plusSeconds(1));
        AppointmentOutcome running =
                booking.bookPublic(clinic.slot(at("10:00")), visitor(DEMO_ADA));

        assertThat(((Taken) away).rules()).isEmpty();
        assertThat(running).isEqualTo(new Refused(BookingRefusal.IN_THE_PAST));
    }

    @Test
    void anUnconfirmedOverlapLosesToTheDatabaseWhateverElseIsSetAside() {
        Instant evening = at("19:00");
        booking.enter(byStaff(evening, null, Set.of())).orThrow();
        ServiceInfo service = clinic.followUp();

        AppointmentOutcome refused = book(evening, Set.of(HOURS));

        assertThat(broken(refused)).containsExactly(HOURS, SLOT_TAKEN);
        assertThat(
                        QuarkusTransaction.requiringNew()
                                .call(
                                        () ->
                                                (Number)
                                                        database.createNativeQuery(
                                                                        "select count(*) from appointment"
                                                                                + " where practitioner_id = :who"
                                                                                + " and service_id = :service")
                                                                .setParameter(
                                                                        "who",
                                                                        clinic.practitioner().id())
                                                                .setParameter(
                                                                        "service", service.id())
                                                                .getSingleResult())
                                .intValue())
                .isOne();
    }

    @Test
    void aCallToSomebodyWithoutANumberIsBookedOnlyWithAWord() {
        assertThat(broken(call(ada, null, Set.of()))).containsExactly(NO_PHONE);
        assertThat(broken(call(null, new Contact("Demo Bea", null, "b@example.org"), Set.of())))
                .containsExactly(NO_PHONE);
        assertThat(call(null, ClinicFixture.DEMO_ADA, Set.of())).isInstanceOf(Done.class);
        assertThat(broken(call(ada, null, Set.of()))).contains(NO_PHONE, SLOT_TAKEN);
    }

    private AppointmentOutcome call(UUID patient, Contact contact, Set<BookingRule> setAside) {
        return booking.bookByStaff(
                new StaffBooking(
                        clinic.slot(at("10:00")),
                        patient,
                        contact,
                        null,
                        VisitReason.NOT_ASKED,
                        "phone",
                        null,
                        setAside,
                        BookedVia.STAFF));
    }

    private Instant at(String time) {
        return clinic.at(day, time);
    }

    private AppointmentOutcome book(Instant start, Set<BookingRule> setAside) {
        return booking.bookByStaff(byStaff(start, DEMO_ADA, setAside));
    }

    private StaffBooking byStaff(Instant start, Contact contact, Set<BookingRule> setAside) {
        return new StaffBooking(
                clinic.slot(clinic.followUp(), start),
                null,
                contact == null ? DEMO_ADA : contact,
                null,
                VisitReason.NOT_ASKED,
                null,
                null,
                setAside,
                BookedVia.STAFF);
    }

    private void off(String from, String until) {
        as(
                Roles.ADMINISTRATOR,
                () ->
                        hours.addTimeOff(
                                clinic.practitioner().id(),
                                day + "T" + from,
                                day + "T" + until,
                                null));
    }

    private void close(LocalDate date) {
        as(
                Roles.ADMINISTRATOR,
                () ->
                        hours.addException(
                                clinic.practitioner().id(),
                                new HoursLine("", null, date.toString(), "", "")));
    }

    private static void as(String role, Runnable work) {
        SignedIn.inThisTest(role);
        work.run();
        SignedIn.inThisTest(Roles.FRONT_DESK);
    }

    private static List<BookingRule> broken(AppointmentOutcome outcome) {
        return rules(outcome).stream().map(BrokenRule::rule).toList();
    }

    private static List<String> words(AppointmentOutcome outcome) {
        return rules(outcome).stream().map(BrokenRule::words).toList();
    }

    private static List<BrokenRule> rules(AppointmentOutcome outcome) {
        if (outcome instanceof Taken taken) {
            return taken.rules();
        }
        return ((RulesBroken) ((Refused) outcome).refusal()).rules();
    }

    private List<String> rulesOf(AppointmentDetails changed) {
        return audit.entriesFor(ada, List.of(changed.id()), null, 20).stream()
                .filter(line -> changed.id().equals(line.entityId()))
                // that it stays over time off on purpose is a line of its own
                .filter(line -> !line.action().equals("keep"))
                .findFirst()
                .orElseThrow()
                .rules();
    }
}
