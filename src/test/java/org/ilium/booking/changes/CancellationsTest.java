package org.ilium.booking.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ilium.fixture.ClinicFixture.BY_CLINIC;
import static org.ilium.fixture.ClinicFixture.BY_PATIENT;
import static org.ilium.fixture.ClinicFixture.DEMO_ADA;
import static org.ilium.fixture.ClinicFixture.visitor;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Stale;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.BookedVia;
import org.ilium.booking.BookingRefusal;
import org.ilium.booking.BookingRule;
import org.ilium.booking.CancelReason;
import org.ilium.booking.Cancellation;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.VisitReason;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.AtOnce;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Patients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who cancelled and why, and what becomes of it when the desk takes it back. */
@QuarkusTest
class CancellationsTest {

    @Inject BookingAppointments booking;
    @Inject MovingAppointments moving;
    @Inject AppointmentProgress progress;
    @Inject AppointmentChanges changes;
    @Inject Appointments appointments;
    @Inject Patients patients;
    @Inject PatientLinks links;
    @Inject CollidingVisits colliding;
    @Inject EntityManager database;
    @Inject TestClock clock;

    private ClinicFixture clinic;

    @BeforeEach
    void open() {
        clinic = ClinicFixture.open();
        SignedIn.inThisTest(Roles.FRONT_DESK, Roles.THERAPIST);
    }

    @AfterEach
    void runOn() {
        clock.reset();
    }

    static Stream<Cancellation> everyOne() {
        return Stream.of(AppointmentDetails.BY_PATIENT, AppointmentDetails.BY_CLINIC)
                .flatMap(by -> CancelReason.of(by).stream().map(why -> new Cancellation(by, why)));
    }

    @ParameterizedTest
    @MethodSource("everyOne")
    void whoCancelledAndWhyIsKept(Cancellation why) {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        AppointmentDetails cancelled = cancelled(booked, why);

        assertThat(cancelled.status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(cancelled.cancelledBy()).isEqualTo(why.by());
        assertThat(cancelled.cancelReason()).isEqualTo(why.reason());
        assertThat(cancelled.info().statusWords()).isEqualTo(why.words());
        assertThat(auditOf(booked.id())).endsWith("cancel-" + why.by() + "-" + why.reason().code());
    }

    @Test
    void aReasonOfTheOtherPartyIsNone() {
        assertThatThrownBy(() -> Cancellation.byPatient(CancelReason.CLOSED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cancellation.byClinic(CancelReason.SICK))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cancellation("program", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void herLinkCancelsForHerAndNobodyAsksWhy() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        AppointmentDetails cancelled =
                changes.cancelByPatient(booked.id(), booked.version(), link(booked.id())).orThrow();

        assertThat(cancelled.cancelledBy()).isEqualTo("patient");
        assertThat(cancelled.cancelReason()).isNull();
        assertThat(cancelled.info().statusWords()).isEqualTo("Cancelled by patient");
    }

    @Test
    void howLateItWasCancelledCanBeReckoned() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        clock.set(clinic.at("09:00"));

        AppointmentDetails cancelled = cancelled(booked, BY_PATIENT);

        assertThat(Duration.between(cancelled.cancelledAt(), cancelled.info().time().start()))
                .isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"requested", "booked", "arrived"})
    void itIsAllThatItWasBefore(String status) {
        AppointmentDetails made = clinic.bookedInPerson(clinic.at("10:00"));
        changes.note(made.id(), made.version(), "Side door").orThrow();
        put(made.id(), status);
        AppointmentDetails before = now(made);

        AppointmentDetails back = takenBack(cancelled(before, BY_PATIENT));

        assertThat(back)
                .usingRecursiveComparison()
                .ignoringFields("info.version", "updatedAt")
                .isEqualTo(before);
        assertThat(back.version()).isGreaterThan(before.version());
        assertThat(auditOf(made.id())).endsWith("cancel-patient-schedule", "undo-cancel");
    }

    @Test
    void cancelledTakenBackAndCancelledAgainItIsAsTheLastTimeSaid() {
        AppointmentDetails first = cancelled(clinic.booked(clinic.at("10:00")), BY_CLINIC);
        AppointmentDetails second = cancelled(takenBack(first), BY_PATIENT);

        assertThat(second.cancelledBy()).isEqualTo("patient");
        assertThat(changes.takeBack(first.id(), first.version())).isEqualTo(new Stale(second));
        assertThat(takenBack(second).status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(changes.takeBack(first.id(), second.version())).isInstanceOf(Stale.class);
    }

    @Test
    void aMovedOneComesBackWhereItWasLast() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        AppointmentDetails moved =
                moving.moveByStaff(
                                booked.id(),
                                booked.version(),
                                clinic.practitioner().id(),
                                clinic.at("12:00"),
                                BookingRule.NONE)
                        .orThrow();
        AppointmentDetails cancelled = cancelled(moved, BY_PATIENT);
        clinic.booked(clinic.at("10:00"));

        assertThat(takenBack(cancelled).info().time().start()).isEqualTo(clinic.at("12:00"));
    }

    @Test
    void aNoShowIsTakenBackAsEver() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        clock.set(clinic.at("10:05"));
        AppointmentDetails missed = progress.noShow(booked.id(), booked.version()).orThrow();

        assertThat(changes.takeBack(missed.id(), missed.version()).orThrow().status())
                .isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void whatSheCancelledByHerLinkTheDeskTakesBack() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        AppointmentDetails cancelled =
                changes.cancelByPatient(booked.id(), booked.version(), link(booked.id())).orThrow();

        assertThat(takenBack(cancelled).status()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void whoOnlyReceivesPatientsTakesNoCancellationBack() {
        AppointmentDetails cancelled = cancelled(clinic.booked(clinic.at("10:00")), BY_CLINIC);

        assertThat(progress.undo(cancelled.id(), cancelled.version()))
                .isEqualTo(new Refused(BookingRefusal.NOT_YOURS_TO_UNDO));
        assertThat(now(cancelled).status()).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void aTimeThatSomebodyElseHasStaysHers() {
        AppointmentDetails cancelled = cancelled(clinic.booked(clinic.at("10:00")), BY_CLINIC);
        clinic.booked(clinic.at("10:15"));

        AppointmentOutcome outcome = changes.takeBack(cancelled.id(), cancelled.version());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Taken.class, taken -> assertThat(taken.nearest()).isNotEmpty());
        assertThat(now(cancelled)).isEqualTo(cancelled);
    }

    @Test
    void aTimeThatAVisitorsFormHoldsIsTakenUntilTheHoldEnds() {
        AppointmentDetails cancelled = cancelled(clinic.booked(clinic.at("10:00")), BY_CLINIC);
        booking.hold(UUID.randomUUID(), clinic.slot(clinic.at("10:00")));

        AppointmentOutcome held = changes.takeBack(cancelled.id(), cancelled.version());
        clock.advance(BookingAppointments.HOLD.plusSeconds(1));

        assertThat(held)
                .isInstanceOfSatisfying(
                        Taken.class, taken -> assertThat(taken.heldUntil()).isNotNull());
        assertThat(takenBack(cancelled).status()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void aServiceThatGotLongerSinceTakesNoMoreThanItDid() {
        AppointmentDetails cancelled = cancelled(clinic.booked(clinic.at("10:00")), BY_CLINIC);
        clinic.booked(clinic.at("10:30"));
        sql("update service set length_min = 60 where slug = 'phone-consult'");

        assertThat(takenBack(cancelled).info().time().length()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void oneOverAnotherOnPurposeGoesBackOverThatOneOnly() {
        clinic.booked(clinic.at("10:00"));
        AppointmentDetails over = over(clinic.at("10:00"));
        clock.advance(Duration.ofSeconds(1));
        AppointmentDetails back = takenBack(cancelled(over, BY_PATIENT));
        assertThat(back.overlapAllowed()).isTrue();

        clock.advance(Duration.ofSeconds(1));
        AppointmentDetails cancelled = cancelled(back, BY_PATIENT);
        clock.advance(Duration.ofSeconds(1));
        over(clinic.at("10:00"));

        assertThat(changes.takeBack(cancelled.id(), cancelled.version())).isInstanceOf(Taken.class);
    }

    @Test
    void itIsPossibleUntilTheVisitIsOver() {
        AppointmentDetails slip = cancelled(clinic.booked(clinic.at("10:00")), BY_PATIENT);
        clock.set(clinic.at("10:10"));
        AppointmentDetails back = takenBack(slip);
        AppointmentDetails cancelled = cancelled(back, BY_PATIENT);
        clock.set(clinic.at("10:15"));

        assertThat(changes.takeBack(cancelled.id(), cancelled.version()))
                .isEqualTo(new Refused(BookingRefusal.IN_THE_PAST));
    }

    @Test
    void nobodyIsPutBackIntoTimeOff() {
        AppointmentDetails cancelled = cancelled(clinic.booked(clinic.at("10:00")), BY_CLINIC);
        off("09:00", "12:00");

        assertThat(changes.takeBack(cancelled.id(), cancelled.version()))
                .isEqualTo(new Refused(BookingRefusal.TIME_OFF));
    }

    @Test
    void oneBookedOverTimeOffOnPurposeGoesBackThere() {
        off("09:00", "12:00");
        AppointmentDetails cancelled =
                cancelled(setAside(clinic.at("10:00"), BookingRule.TIME_OFF), BY_PATIENT);

        assertThat(changes.mayUndo(cancelled)).isTrue();
        assertThat(takenBack(cancelled).status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(colliding.find(cancelled.id()).orElseThrow().open()).isEmpty();
    }

    @Test
    void oneMovedOverTimeOffOnPurposeGoesBackThere() {
        off("09:00", "12:00");
        AppointmentDetails moved =
                moveTo(
                        clinic.booked(clinic.at("14:00")),
                        clinic.at("10:00"),
                        Set.of(BookingRule.TIME_OFF));

        assertThat(takenBack(cancelled(moved, BY_PATIENT)).info().time().start())
                .isEqualTo(clinic.at("10:00"));
    }

    @Test
    void oneThatWasKeptOverLaterTimeOffGoesBackThere() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        off("09:00", "12:00");
        keep(booked);
        AppointmentDetails cancelled = cancelled(booked, BY_PATIENT);

        assertThat(changes.mayUndo(cancelled)).isTrue();
        assertThat(takenBack(cancelled).status()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void oneThatNobodyDecidedToKeepDoesNot() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        off("09:00", "12:00");

        staysCancelled(cancelled(booked, BY_CLINIC), BookingRefusal.TIME_OFF);
    }

    @Test
    void aDecisionHoldsOverNoOtherTimeOff() {
        off("09:00", "10:05");
        AppointmentDetails cancelled =
                cancelled(setAside(clinic.at("10:00"), BookingRule.TIME_OFF), BY_PATIENT);

        off("10:10", "12:00");

        staysCancelled(cancelled, BookingRefusal.TIME_OFF);
    }

    @Test
    void norOverMoreOfTheSameThanWasLookedAt() {
        UUID off = off("10:10", "12:00");
        AppointmentDetails cancelled =
                cancelled(setAside(clinic.at("10:00"), BookingRule.TIME_OFF), BY_PATIENT);

        sql("update time_off set starts = '" + clinic.at("09:00") + "' where id = '" + off + "'");

        staysCancelled(cancelled, BookingRefusal.TIME_OFF);
    }

    @Test
    void norOfSomebodyElseToWhomItWasMovedSince() {
        off("09:00", "12:00");
        UUID second = clinic.addPractitioner("Demo Second", null).id();
        AppointmentDetails kept = setAside(clinic.at("10:00"), BookingRule.TIME_OFF);
        AppointmentDetails moved =
                moving.moveByStaff(
                                kept.id(),
                                kept.version(),
                                second,
                                clinic.at("10:00"),
                                BookingRule.NONE)
                        .orThrow();
        AppointmentDetails cancelled = cancelled(moved, BY_PATIENT);
        assertThat(changes.mayUndo(cancelled)).isTrue();

        off(second, "09:00", "12:00");

        staysCancelled(cancelled, BookingRefusal.TIME_OFF);
    }

    /** As a visit that stands: nobody is asked about one that time off only touches. */
    @Test
    void timeOffThatMeetsNothingButItsBufferDoesNotKeepItOut() {
        AppointmentDetails cancelled = cancelled(clinic.booked(clinic.at("10:00")), BY_PATIENT);
        assertThat(cancelled.busy().end()).isAfter(clinic.at("10:15"));

        off("10:15", "12:00");

        assertThat(takenBack(cancelled).status()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void oneThatWasPutOnRecordAfterwardsGoesBack() {
        Instant start = clinic.at("10:00");
        clock.set(clinic.at("11:00"));
        AppointmentDetails recorded = setAside(start, BookingRule.IN_THE_PAST);
        AppointmentDetails cancelled = cancelled(recorded, BY_PATIENT);

        assertThat(changes.mayUndo(cancelled)).isTrue();
        assertThat(takenBack(cancelled).status()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void alsoWhereThePractitionerWasAway() {
        off("09:00", "12:00");
        Instant start = clinic.at("10:00");
        clock.set(clinic.at("11:00"));
        AppointmentDetails recorded =
                setAside(start, BookingRule.IN_THE_PAST, BookingRule.TIME_OFF);

        assertThat(takenBack(cancelled(recorded, BY_PATIENT)).status())
                .isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void whoWalkedInGoesBackAlsoOnceTheVisitIsOver() {
        Instant start = clinic.at("10:00");
        clock.set(start);
        AppointmentDetails cancelled = cancelled(setAside(start), BY_PATIENT);
        clock.set(start.plus(Duration.ofHours(5)));

        assertThat(takenBack(cancelled).status()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void oneBookedJustBeforeItBeganDoesNotOnceItIsOver() {
        Instant start = clinic.at("10:00");
        clock.set(start.minusSeconds(1));
        AppointmentDetails cancelled = cancelled(setAside(start), BY_PATIENT);
        clock.set(start.plus(Duration.ofHours(5)));

        staysCancelled(cancelled, BookingRefusal.IN_THE_PAST);
    }

    @Test
    void onePutOnRecordGoesBackOverNobodyElse() {
        Instant start = clinic.at("10:00");
        clock.set(clinic.at("11:00"));
        AppointmentDetails cancelled =
                cancelled(setAside(start, BookingRule.IN_THE_PAST), BY_PATIENT);
        setAside(start.plus(Duration.ofMinutes(5)), BookingRule.IN_THE_PAST);

        assertThat(changes.mayUndo(cancelled)).isFalse();
        assertThat(changes.takeBack(cancelled.id(), cancelled.version())).isInstanceOf(Taken.class);
    }

    private void staysCancelled(AppointmentDetails cancelled, BookingRefusal why) {
        assertThat(changes.mayUndo(cancelled)).isFalse();
        assertThat(changes.takeBack(cancelled.id(), cancelled.version()))
                .isEqualTo(new Refused(why));
        assertThat(now(cancelled)).isEqualTo(cancelled);
    }

    private AppointmentDetails setAside(Instant start, BookingRule... rules) {
        return booking.bookByStaff(
                        new StaffBooking(
                                clinic.slot(start),
                                null,
                                DEMO_ADA,
                                null,
                                VisitReason.NOT_ASKED,
                                null,
                                null,
                                Set.of(rules),
                                BookedVia.STAFF))
                .orThrow();
    }

    private AppointmentDetails moveTo(
            AppointmentDetails seen, Instant start, Set<BookingRule> setAside) {
        return moving.moveByStaff(
                        seen.id(), seen.version(), clinic.practitioner().id(), start, setAside)
                .orThrow();
    }

    private void keep(AppointmentDetails visit) {
        colliding
                .keep(visit.id(), visit.version(), colliding.find(visit.id()).orElseThrow().seen())
                .orThrow();
    }

    private UUID off(String from, String until) {
        return off(clinic.practitioner().id(), from, until);
    }

    private UUID off(UUID practitioner, String from, String until) {
        UUID id = UUID.randomUUID();
        sql(
                "insert into time_off (id, practitioner_id, starts, ends) values ('"
                        + id
                        + "', '"
                        + practitioner
                        + "', '"
                        + clinic.at(from)
                        + "', '"
                        + clinic.at(until)
                        + "')");
        return id;
    }

    @Test
    void whoIsElsewhereThenIsNotPutBack() {
        UUID patient = patient();
        AppointmentDetails cancelled =
                cancelled(clinic.bookedFor(patient, clinic.at("10:00")), BY_CLINIC);
        UUID other = clinic.addPractitioner("Demo Second", null).id();
        booking.bookByStaff(
                        StaffBooking.of(
                                new SlotChoice(clinic.followUp().id(), other, clinic.at("10:15")),
                                patient))
                .orThrow();

        assertThat(changes.takeBack(cancelled.id(), cancelled.version()))
                .isEqualTo(new Refused(BookingRefusal.PATIENT_BUSY));
    }

    @Test
    void takenBackAndBookedAtOnceATimeIsOnePersonsOnly() throws Exception {
        String token = SignedIn.session(Roles.FRONT_DESK).token();
        for (int round = 0; round < 12; round++) {
            Instant start = clinic.at(clinic.day().plusDays(round), "10:00");
            AppointmentDetails cancelled =
                    cancelled(
                            booking.bookPublic(clinic.slot(start), visitor(DEMO_ADA)).orThrow(),
                            BY_PATIENT);
            AppointmentDetails elsewhere =
                    booking.bookPublic(
                                    clinic.slot(clinic.at(clinic.day().plusDays(round), "15:00")),
                                    visitor(DEMO_ADA))
                            .orThrow();
            UUID link = link(elsewhere.id());
            List<Callable<Boolean>> attempts = new ArrayList<>();
            attempts.add(() -> undo(token, cancelled) == 200);
            attempts.add(() -> undo(token, cancelled) == 200);
            for (int n = 0; n < 4; n++) {
                attempts.add(
                        () ->
                                booking.bookPublic(clinic.slot(start), visitor(DEMO_ADA))
                                        instanceof Done);
            }
            attempts.add(
                    () ->
                            moving.moveByPatient(
                                            elsewhere.id(),
                                            elsewhere.version(),
                                            clinic.practitioner().id(),
                                            start,
                                            link)
                                    instanceof Done);
            Collections.shuffle(attempts, new Random(round));

            assertThat(AtOnce.all(attempts)).containsOnlyOnce(true);
            assertThat(holding(start)).isEqualTo(1);
        }
    }

    private static int undo(String token, AppointmentDetails seen) {
        return SignedIn.withSession(token)
                .contentType(ContentType.JSON)
                .body(Map.of("version", seen.version()))
                .post("/api/v1/appointments/" + seen.id() + "/undo")
                .statusCode();
    }

    private long holding(Instant start) {
        return appointments.onDay(start.atZone(clinic.zone()).toLocalDate()).stream()
                .filter(visit -> visit.info().practitionerId().equals(clinic.practitioner().id()))
                .filter(visit -> visit.info().time().start().equals(start))
                .filter(visit -> visit.status().holdsTime())
                .count();
    }

    private AppointmentDetails over(Instant start) {
        return booking.bookByStaff(
                        new StaffBooking(
                                clinic.slot(start),
                                null,
                                DEMO_ADA,
                                null,
                                VisitReason.NOT_ASKED,
                                null,
                                null,
                                true,
                                BookedVia.STAFF))
                .orThrow();
    }

    private AppointmentDetails cancelled(AppointmentDetails seen, Cancellation why) {
        return changes.cancelByStaff(seen.id(), seen.version(), why).orThrow();
    }

    private AppointmentDetails takenBack(AppointmentDetails seen) {
        return changes.takeBack(seen.id(), seen.version()).orThrow();
    }

    private AppointmentDetails now(AppointmentDetails seen) {
        return appointments.details(seen.id()).orElseThrow();
    }

    private UUID patient() {
        return patients.register(PatientEntry.of("Demo", "Cora", null, null, null), true)
                .orThrow()
                .id();
    }

    private UUID link(UUID appointment) {
        String token = links.mint(LinkKind.APPOINTMENT, appointment, Duration.ofDays(30));
        return ((LinkOutcome.Opened) links.open(LinkKind.APPOINTMENT, token)).linkId();
    }

    private void put(UUID id, String status) {
        sql("update appointment set status = '" + status + "' where id = '" + id + "'");
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(statement).executeUpdate());
    }

    @SuppressWarnings("unchecked")
    private List<String> auditOf(UUID id) {
        return database.createNativeQuery(
                        "select action from audit_entry where entity_id = :id order by id")
                .setParameter("id", id)
                .getResultList();
    }
}
