package org.ilium.booking.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.ilium.fixture.ClinicFixture.DEMO_ADA;
import static org.ilium.fixture.ClinicFixture.visitor;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Stale;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.booking.BookedVia;
import org.ilium.booking.BookingRule;
import org.ilium.booking.CollidingVisit;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.VisitReason;
import org.ilium.booking.availability.Collision;
import org.ilium.booking.availability.Collision.Cause;
import org.ilium.booking.availability.Slot;
import org.ilium.booking.schedule.DayBoard;
import org.ilium.booking.schedule.DayBoards;
import org.ilium.clinic.Absence;
import org.ilium.clinic.AbsenceEntry;
import org.ilium.clinic.Absences;
import org.ilium.clinic.HoursLine;
import org.ilium.clinic.HoursSettings;
import org.ilium.fixture.AtOnce;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.shared.Interval;
import org.ilium.shared.sql.Sql;
import org.ilium.web.SettingsOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CollidingVisitsTest {

    @Inject CollidingVisits colliding;
    @Inject Absences absences;
    @Inject HoursSettings hours;
    @Inject MovingAppointments moving;
    @Inject AppointmentChanges changes;
    @Inject BookingAppointments booking;
    @Inject DayBoards boards;
    @Inject NextFree free;
    @Inject Sql sql;
    @Inject TestClock clock;

    private ClinicFixture clinic;
    private UUID who;
    private LocalDate day;

    @BeforeEach
    void open() {
        clinic = ClinicFixture.open();
        who = clinic.practitioner().id();
        day = clinic.day();
        SignedIn.inThisTest(Roles.FRONT_DESK);
    }

    /** Closed again: time off of the whole clinic would stand in every other test's day. */
    @AfterEach
    void tidy() {
        clock.reset();
        QuarkusTransaction.requiringNew()
                .run(() -> sql.change("delete from time_off where practitioner_id is null"));
    }

    @Test
    void timeOffListsTheVisitsThatStandInItAndNoOthers() {
        AppointmentDetails inside = clinic.booked(clinic.at("10:00"));
        AppointmentDetails before = clinic.booked(clinic.at("08:45"));
        AppointmentDetails after = clinic.booked(clinic.at("12:00"));

        UUID off = block(who, "09:00", "12:00");

        assertThat(undecided())
                .containsExactly(inside.id())
                .doesNotContain(before.id(), after.id());
        CollidingVisit found = colliding.find(inside.id()).orElseThrow();
        assertThat(found.open()).extracting(Collision::cause).containsExactly(Cause.TIME_OFF);
        assertThat(found.open().get(0).absence().id()).isEqualTo(off);
        assertThat(found.visit().info().contactPhone()).isEqualTo(DEMO_ADA.phone());
    }

    /** 8:50 to 9:05 meets an absence from 9:00; its buffer alone would not. */
    @Test
    void aVisitThatReachesIntoTimeOffByAMinuteCollidesAndABufferDoesNot() {
        AppointmentDetails reaching = enter("08:50");
        AppointmentDetails touching = enter("13:45");

        block(who, "09:04", "10:00");
        block(who, "14:00", "15:00");

        assertThat(undecided()).containsExactly(reaching.id()).doesNotContain(touching.id());
        assertThat(touching.busy().end()).isAfter(clinic.at("14:00"));
    }

    @Test
    void timeOffOfTheWholeClinicListsEverybodysVisits() {
        UUID other = clinic.addPractitioner("Demo Second", null).id();
        AppointmentDetails hers = clinic.booked(clinic.at("10:00"));
        AppointmentDetails others = enter(other, "10:00");

        block(null, "09:00", "12:00");

        assertThat(undecided()).containsExactly(hers.id());
        assertThat(colliding.undecided(other))
                .extracting(CollidingVisit::id)
                .containsExactly(others.id());
        assertThat(booking.bookPublic(clinic.slot(clinic.at("11:00")), visitor(DEMO_ADA)))
                .isInstanceOf(Taken.class);
    }

    @Test
    void timeOffOfSomebodyElseListsNothing() {
        UUID other = clinic.addPractitioner("Demo Second", null).id();
        clinic.booked(clinic.at("10:00"));

        block(other, "09:00", "12:00");

        assertThat(undecided()).isEmpty();
    }

    @Test
    void twoOverlappingAbsencesListAVisitOnceAndTakingOneAwayLeavesIt() {
        AppointmentDetails visit = clinic.booked(clinic.at("10:00"));
        UUID first = block(who, "09:00", "10:10");
        UUID second = block(who, "10:05", "11:00");
        assertThat(undecided()).containsExactly(visit.id());
        assertThat(colliding.find(visit.id()).orElseThrow().open()).hasSize(2);

        absences.remove(first);

        assertThat(undecided()).containsExactly(visit.id());
        absences.remove(second);
        assertThat(undecided()).isEmpty();
    }

    @Test
    void timeOffThatShrinksLetsTheVisitGoAndThatGrowsListsItAgain() {
        AppointmentDetails visit = clinic.booked(clinic.at("10:00"));
        UUID off = block(who, "09:00", "12:00");

        change(off, 0, "11:00", "12:00");
        assertThat(undecided()).isEmpty();

        change(off, 1, "10:10", "12:00");
        assertThat(undecided()).containsExactly(visit.id());
        assertThat(absences.change(off, entry(who, "09:00", "09:30", 1)))
                .isInstanceOf(SettingsOutcome.Stale.class);
        assertThat(undecided()).containsExactly(visit.id());
    }

    @Test
    void aVisitMovedOrCancelledLeavesTheList() {
        AppointmentDetails moved = clinic.booked(clinic.at("10:00"));
        AppointmentDetails cancelled = clinic.booked(clinic.at("11:00"));
        block(who, "09:00", "12:00");

        moving.moveByStaff(moved.id(), moved.version(), who, clinic.at("13:00"), BookingRule.NONE)
                .orThrow();
        assertThat(undecided()).containsExactly(cancelled.id());

        changes.cancelByStaff(cancelled.id(), cancelled.version(), ClinicFixture.BY_CLINIC)
                .orThrow();
        assertThat(undecided()).isEmpty();
    }

    @Test
    void aVisitMovedWithinTheSameTimeOffByItsPatientIsStillListed() {
        AppointmentDetails visit = clinic.booked(clinic.at("10:00"));
        UUID off = block(who, "09:00", "12:00");
        keep(visit).orThrow();
        assertThat(undecided()).isEmpty();

        Instant later = clinic.at("11:00");
        sql.change(
                "update appointment set starts = ?, ends = ?, busy_starts = ?, busy_ends = ? where id = ?",
                later,
                later.plusSeconds(900),
                later,
                later.plusSeconds(1200),
                visit.id());

        assertThat(undecided()).containsExactly(visit.id());
        absences.remove(off);
        assertThat(undecided()).isEmpty();
    }

    @Test
    void aVisitThatIsOverLeavesTheListAtItsEndAndNotBefore() {
        AppointmentDetails visit = clinic.booked(clinic.at("10:00"));
        block(who, "09:00", "12:00");

        clock.set(visit.info().time().end().minusSeconds(1));
        assertThat(undecided()).containsExactly(visit.id());

        clock.set(visit.info().time().end());
        assertThat(undecided()).isEmpty();
        assertThat(colliding.find(visit.id())).isEmpty();
    }

    @Test
    void aVisitKeptOnPurposeLeavesTheListAndTheDecisionIsAudited() {
        AppointmentDetails visit = clinic.booked(clinic.at("10:00"));
        block(who, "09:00", "12:00");

        assertThat(keep(visit)).isInstanceOf(Done.class);

        assertThat(undecided()).isEmpty();
        CollidingVisit kept = colliding.find(visit.id()).orElseThrow();
        assertThat(kept.open()).isEmpty();
        assertThat(kept.kept()).extracting(Collision::cause).containsExactly(Cause.TIME_OFF);
        assertThat(
                        sql.list(
                                "select account_id from audit_entry where action = 'keep' and entity_id = ?",
                                row -> row.id(1),
                                visit.id()))
                .hasSize(1);
        assertThat(keep(visit)).isInstanceOf(Done.class);
    }

    @Test
    void anotherAbsenceOverAKeptVisitAsksAgain() {
        AppointmentDetails visit = clinic.booked(clinic.at("10:00"));
        block(who, "09:00", "12:00");
        keep(visit).orThrow();

        UUID sick = block(null, "00:00", "23:59");

        assertThat(undecided()).containsExactly(visit.id());
        assertThat(colliding.find(visit.id()).orElseThrow().open())
                .extracting(it -> it.absence().id())
                .containsExactly(sick);
    }

    @Test
    void nothingIsKeptThatWasNotLookedAt() {
        AppointmentDetails visit = clinic.booked(clinic.at("10:00"));
        block(who, "09:00", "12:00");
        CollidingVisit seen = colliding.find(visit.id()).orElseThrow();
        block(who, "10:00", "10:30");

        assertThat(colliding.keep(visit.id(), visit.version(), seen.seen()))
                .isInstanceOf(Stale.class);
        assertThat(colliding.keep(visit.id(), visit.version() + 1, seen.seen()))
                .isInstanceOf(Stale.class);
        assertThat(colliding.keep(visit.id(), visit.version(), null)).isInstanceOf(Stale.class);
        assertThat(colliding.keep(UUID.randomUUID(), 0, "")).isInstanceOf(Refused.class);

        assertThat(undecided()).containsExactly(visit.id());
    }

    @Test
    void aDateThatIsClosedAndShorterHoursListWhatFallsOutside() {
        AppointmentDetails visit = clinic.booked(clinic.at("17:00"));

        hours.addException(who, new HoursLine("on-", null, day.toString(), "08:00", "17:10"));

        assertThat(undecided()).containsExactly(visit.id());
        Collision outside = colliding.find(visit.id()).orElseThrow().open().get(0);
        assertThat(outside.cause()).isEqualTo(Cause.OUTSIDE_HOURS);
        assertThat(outside.part())
                .isEqualTo(new Interval(clinic.at("17:10"), visit.info().time().end()));
    }

    /** Kept beyond shorter hours; closing the whole day is another matter. */
    @Test
    void aDayThatClosesMoreOfAKeptVisitAsksAgainAndOneThatOpensDoesNot() {
        AppointmentDetails visit = clinic.booked(clinic.at("17:00"));
        weekly("08:00", "17:05");
        keep(visit).orThrow();

        weekly("07:00", "17:05");
        assertThat(undecided()).isEmpty();
        weekly("07:00", "17:10");
        assertThat(undecided()).isEmpty();

        hours.addException(who, new HoursLine("on-", null, day.toString(), "", ""));
        assertThat(undecided()).containsExactly(visit.id());
    }

    @Test
    void changedWeeklyHoursListVisitsOnEachOfTheirDays() {
        AppointmentDetails soon = clinic.booked(clinic.at("10:00"));
        AppointmentDetails nextWeek = clinic.booked(clinic.at(day.plusWeeks(1), "10:00"));

        weekly("12:00", "18:00");

        assertThat(undecided()).containsExactly(soon.id(), nextWeek.id());
        weekly("08:00", "18:00");
        assertThat(undecided()).isEmpty();
    }

    @Test
    void aPractitionerWhoLeavesLeavesHerVisitsOnTheList() {
        AppointmentDetails visit = clinic.booked(clinic.at("10:00"));

        database("update practitioner set active = false where id = ?", who);

        assertThat(undecided()).containsExactly(visit.id());
        assertThat(colliding.find(visit.id()).orElseThrow().open())
                .extracting(Collision::cause)
                .containsExactly(Cause.PRACTITIONER_LEFT);
        assertThat(free.offers().next(visit)).isEmpty();
        DayBoard board = boards.on(day);
        assertThat(board.columns())
                .filteredOn(column -> column.practitionerId().equals(who))
                .singleElement()
                .satisfies(column -> assertThat(column.open()).isEmpty());
        assertThat(colliding.on(board)).contains(visit.id());
    }

    @Test
    void aServiceThatSheGivesNoLongerOrThatIsWithdrawnListsItsVisits() {
        AppointmentDetails visit = clinic.booked(clinic.at("10:00"));
        UUID service = clinic.phoneConsult().id();

        database(
                "delete from practitioner_service where practitioner_id = ? and service_id = ?",
                who,
                service);
        assertThat(causes(visit)).containsExactly(Cause.SERVICE_NOT_GIVEN);
        assertThat(colliding.on(boards.on(day))).contains(visit.id());

        database("update service set active = false where id = ?", service);
        assertThat(causes(visit)).containsExactly(Cause.SERVICE_WITHDRAWN);

        database("update service set active = true where id = ?", service);
        database(
                "insert into practitioner_service (practitioner_id, service_id) values (?, ?)",
                who,
                service);
        assertThat(undecided()).isEmpty();
    }

    @Test
    void heldTimesUnderNewTimeOffEndAndCannotBeBooked() {
        UUID hold = UUID.randomUUID();
        UUID elsewhere = UUID.randomUUID();
        booking.hold(hold, clinic.slot(clinic.at("10:00")));
        booking.hold(elsewhere, clinic.slot(clinic.at("14:00")));

        block(who, "09:00", "12:00");

        assertThat(booking.confirm(hold, visitor(DEMO_ADA))).isInstanceOf(Taken.class);
        assertThat(booking.confirm(elsewhere, visitor(DEMO_ADA))).isInstanceOf(Done.class);
        assertThat(undecided()).isEmpty();
    }

    /** With real threads: who was not warned of the time off has decided nothing. */
    @Test
    void whatIsBookedInTheMomentInWhichTimeIsBlockedIsOnTheList() throws Exception {
        String token = SignedIn.session(Roles.FRONT_DESK).token();
        for (int round = 0; round < 12; round++) {
            LocalDate date = day.plusDays(round);
            Map<String, Object> visit =
                    Map.of(
                            "service",
                            "phone-consult",
                            "practitionerId",
                            who,
                            "start",
                            date + "T10:00:00",
                            "contact",
                            Map.of("name", "Demo Meanwhile", "phone", "312 555 0142"));
            Map<String, Object> off =
                    Map.of(
                            "practitionerId", who,
                            "starts", date + "T09:00",
                            "ends", date + "T12:00");
            List<Response> answers =
                    AtOnce.all(
                            List.of(
                                    () -> sent(token, "/api/v1/appointments", visit),
                                    () -> sent(token, "/api/v1/time-off", off)));

            answers.get(1).then().statusCode(201);
            if (answers.get(0).statusCode() == 201) {
                UUID booked = UUID.fromString(answers.get(0).path("id"));
                assertThat(colliding.find(booked).orElseThrow().open())
                        .extracting(Collision::cause)
                        .containsExactly(Cause.TIME_OFF);
            } else {
                answers.get(0).then().statusCode(422).body("code", equalTo("time-off"));
            }
        }
    }

    private static Response sent(String token, String path, Map<String, Object> body) {
        return SignedIn.withSession(token).contentType(ContentType.JSON).body(body).post(path);
    }

    @Test
    void aVisitThatStaffBookThereWithoutBeingWarnedIsOnTheList() {
        block(who, "10:30", "12:00");

        AppointmentDetails entered = enter("11:00");

        assertThat(causes(entered)).containsExactly(Cause.TIME_OFF);
    }

    @Test
    void aVisitThatStaffBookOrMoveThereByHandIsKeptOnPurpose() {
        hours.addException(who, new HoursLine("on-", null, day.toString(), "08:00", "09:00"));

        AppointmentDetails entered =
                booking.bookByStaff(
                                new StaffBooking(
                                        clinic.slot(clinic.at("11:00")),
                                        null,
                                        DEMO_ADA,
                                        null,
                                        VisitReason.NOT_ASKED,
                                        null,
                                        null,
                                        Set.of(BookingRule.HOURS),
                                        BookedVia.STAFF))
                        .orThrow();

        assertThat(undecided()).isEmpty();
        assertThat(colliding.find(entered.id()).orElseThrow().kept())
                .extracting(Collision::cause)
                .containsExactly(Cause.OUTSIDE_HOURS);
    }

    @Test
    void anOvernightAbsenceOverADayOfTwentyFiveHoursListsBothEnds() {
        LocalDate fall =
                LocalDate.of(day.getYear() + 1, 11, 1)
                        .with(TemporalAdjusters.firstInMonth(DayOfWeek.SUNDAY));
        for (DayOfWeek each : List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)) {
            database(
                    "update weekly_hours set starts = '00:00', ends = '00:00' where practitioner_id = ? and day_of_week = "
                            + each.getValue(),
                    who);
        }
        AppointmentDetails eve = enter(who, clinic.at(fall.minusDays(1), "22:00"));
        AppointmentDetails again = enter(who, clinic.at(fall, "03:00").minusSeconds(3600));
        AppointmentDetails morning = enter(who, clinic.at(fall, "06:00"));
        database(
                "delete from kept_visit where appointment_id = any(array[?::uuid, ?::uuid])",
                eve.id(),
                again.id());

        add(new AbsenceEntry(who, fall.minusDays(1) + "T22:00", fall + "T06:00", null, null));

        assertThat(undecided()).containsExactly(eve.id(), again.id()).doesNotContain(morning.id());
    }

    @Test
    void theNextFreeTimeIsAfterTheTimeOffWithTheSamePractitionerAndOfferedOnce() {
        AppointmentDetails first = clinic.booked(clinic.at("10:00"));
        AppointmentDetails second = clinic.booked(clinic.at("11:00"));
        block(who, "09:00", "12:00");
        NextFree.Offers offers = free.offers();

        Slot one = offers.next(first).orElseThrow();
        Slot two = offers.next(second).orElseThrow();

        assertThat(one.practitionerId()).isEqualTo(who);
        assertThat(one.time().start()).isEqualTo(clinic.at("12:00"));
        assertThat(two.time().start()).isAfterOrEqualTo(one.time().end().plusSeconds(300));
        moving.moveByStaff(first.id(), first.version(), who, one.time().start(), BookingRule.NONE)
                .orThrow();
        moving.moveByStaff(second.id(), second.version(), who, two.time().start(), BookingRule.NONE)
                .orThrow();
        assertThat(undecided()).isEmpty();
    }

    @Test
    void nothingIsOfferedWhereThePractitionerIsAwayUntilPastTheHorizon() {
        AppointmentDetails visit = clinic.booked(clinic.at("10:00"));
        add(new AbsenceEntry(who, day + "T00:00", day.plusDays(90) + "T00:00", null, null));

        assertThat(free.offers().next(visit)).isEmpty();
    }

    private List<UUID> undecided() {
        return colliding.undecided(who).stream().map(CollidingVisit::id).toList();
    }

    private List<Cause> causes(AppointmentDetails visit) {
        return colliding.find(visit.id()).orElseThrow().open().stream()
                .map(Collision::cause)
                .toList();
    }

    private AppointmentOutcome keep(AppointmentDetails visit) {
        String seen = colliding.find(visit.id()).map(CollidingVisit::seen).orElse(null);
        return colliding.keep(visit.id(), visit.version(), seen);
    }

    private UUID block(UUID practitioner, String from, String until) {
        return add(entry(practitioner, from, until, null));
    }

    private UUID add(AbsenceEntry entry) {
        UUID id = ((SettingsOutcome.Done) absences.add(entry)).id();
        assertThat(absences.coming()).extracting(Absence::id).contains(id);
        return id;
    }

    private void change(UUID id, int version, String from, String until) {
        assertThat(absences.change(id, entry(who, from, until, version)))
                .isInstanceOf(SettingsOutcome.Done.class);
    }

    private AbsenceEntry entry(UUID practitioner, String from, String until, Integer version) {
        return new AbsenceEntry(
                practitioner, day + "T" + from, day + "T" + until, "Training", version);
    }

    private AppointmentDetails enter(String time) {
        return enter(who, time);
    }

    private AppointmentDetails enter(UUID practitioner, String time) {
        return enter(practitioner, clinic.at(time));
    }

    /** By hand, so whatever the hours say then. */
    private AppointmentDetails enter(UUID practitioner, Instant start) {
        return booking.enter(
                        new StaffBooking(
                                new SlotChoice(clinic.phoneConsult().id(), practitioner, start),
                                null,
                                DEMO_ADA,
                                null,
                                VisitReason.NOT_ASKED,
                                null,
                                null,
                                false,
                                BookedVia.STAFF))
                .orThrow();
    }

    private void weekly(String from, String until) {
        List<HoursLine> week =
                Set.of(DayOfWeek.values()).stream()
                        .map(each -> new HoursLine("", each, null, from, until))
                        .toList();
        int version = hours.of(who).orElseThrow().version();
        assertThat(hours.saveWeekly(who, week, version)).isInstanceOf(SettingsOutcome.Done.class);
        assertThat(LocalTime.parse(from)).isBefore(LocalTime.parse(until));
    }

    private void database(String statement, Object... values) {
        QuarkusTransaction.requiringNew().run(() -> sql.change(statement, values));
    }
}
