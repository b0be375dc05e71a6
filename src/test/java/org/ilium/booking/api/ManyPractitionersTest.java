package org.ilium.booking.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.ilium.fixture.ClinicFixture.DEMO_ADA;
import static org.ilium.fixture.ClinicFixture.visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentOutcome.Taken;
import org.ilium.booking.availability.Booker;
import org.ilium.booking.availability.Slot;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.booking.schedule.FreeTimes;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.Statements;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one answer looks at does not grow with the clinic. */
@QuarkusTest
class ManyPractitionersTest {

    private static final int FEW = 12;
    private static final int MANY = 63;

    @Inject BookingAppointments booking;
    @Inject ClinicDirectory directory;
    @Inject FreeTimes times;
    @Inject Sql sql;

    private ClinicFixture clinic;

    @BeforeEach
    void open() {
        clinic = ClinicFixture.open();
    }

    @AfterEach
    void holdNothing() {
        sql.change("delete from appointment where status = 'held'");
    }

    @Test
    void aRefusalAtManyPractitionersReadsWhatItReadsAtFew() {
        clinic.booked(clinic.at("10:00"));
        grow(FEW);
        refused();
        Statements.Count few = Statements.counted(this::refused);

        grow(MANY);

        assertThat(Statements.counted(this::refused)).isEqualTo(few);
    }

    /** Counted by PostgreSQL: whoever comes second does not wait longer than who came first. */
    @Test
    void aRefusalIsLessWorkThanABookingAtAnyNumberOfPractitioners() {
        clinic.booked(clinic.at("10:00"));
        int hour = 11;
        for (int practitioners : List.of(FEW, MANY)) {
            grow(practitioners);
            booked(hour++);
            refused();
            int free = hour++;
            Statements.Work booked = Statements.worked(() -> booked(free));
            Statements.Work refused = Statements.leastWorked(this::refused);

            assertThat(refused.statements())
                    .as("%s and %s", refused, booked)
                    .isLessThanOrEqualTo(booked.statements());
            assertThat(refused.blocks())
                    .as("%s and %s at %d", refused, booked, practitioners)
                    .isPositive()
                    .isLessThanOrEqualTo(booked.blocks());
        }
    }

    @Test
    void aRefusalNamesTheSameTimeWithSomebodyElse() {
        clinic.booked(clinic.at("10:00"));
        grow(FEW);

        assertThat(refused().nearest())
                .hasSize(5)
                .allMatch(slot -> slot.time().start().equals(clinic.at("10:00")));
    }

    @Test
    void whereNobodyElseIsFreeItLooksFurtherWithTheSame() {
        for (int day = -1; day <= 1; day++) {
            LocalDate date = clinic.day().plusDays(day);
            for (int minute = 0; minute < 600; minute += 20) {
                take(date, minute);
            }
        }

        assertThat(refused().nearest())
                .hasSize(5)
                .allMatch(slot -> slot.practitionerId().equals(clinic.practitioner().id()));
    }

    @Test
    void thePageOfTimesAtManyPractitionersTakesAsManyStatements() {
        grow(FEW);
        times(null).statusCode(200);
        long few = Statements.during(() -> times(null).statusCode(200));

        grow(MANY);

        assertThat(Statements.during(() -> times(null).statusCode(200))).isEqualTo(few);
        times("+999999999-12-31").statusCode(200).body(containsString("No free times after this"));
    }

    @Test
    void thePageOfALostTimeShowsWhatIsCloseAndTheWayToTheRest() {
        clinic.booked(clinic.at("10:00"));
        String slot = clinic.practitioner().id() + "~" + clinic.at("10:00");

        walk().formParam("slot", slot)
                .post("/book/hold")
                .then()
                .statusCode(409)
                .body(containsString("Close to your time"))
                .body(containsString("All free times"))
                .body(not(containsString("details class=\"day\"")));
    }

    @Test
    void availabilityStopsAndSaysWhereToGoOn() {
        grow(MANY);
        LocalDate from = clinic.day();
        LocalDate to = from.plusDays(20);
        List<String> starts = new ArrayList<>();
        int answers = 0;

        String next = from.toString();
        while (next != null) {
            JsonPath answer = availability(next, to.toString());
            starts.addAll(answer.getList("slots.start"));
            next = answer.getString("next");
            answers++;
        }

        List<Slot> all = times.free(clinic.phoneConsult(), givers(), from, to, Booker.PUBLIC);
        assertThat(answers).isBetween(2, 5);
        assertThat(starts).hasSize(all.size());
    }

    @Test
    void withFewPractitionersAvailabilityIsWhole() {
        JsonPath answer =
                availability(clinic.day().toString(), clinic.day().plusDays(62).toString());

        assertThat(answer.getString("next")).isNull();
    }

    @Test
    void farFromTheClinicsZoneThePartsStillMeet() {
        grow(MANY);
        for (String zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago")) {
            JsonPath first =
                    RestAssured.given()
                            .queryParam("service", clinic.phoneConsult().slug())
                            .queryParam("from", clinic.day().toString())
                            .queryParam("to", clinic.day().plusDays(30).toString())
                            .queryParam("zone", zone)
                            .get("/api/v1/availability")
                            .jsonPath();
            String last = first.getString("slots[-1].start");

            assertThat(LocalDate.parse(first.getString("next"))).isAfter(clinic.day());
            assertThat(last.substring(0, 10)).isLessThan(first.getString("next"));
        }
    }

    @Test
    void theDesksTimesAtManyPractitionersTakeAsManyStatements() {
        String patient = clinic.booked(clinic.at("10:00")).id().toString();
        RequestSpecification desk = SignedIn.as(Roles.FRONT_DESK);
        String path = "/desk/appointments/" + patient + "/move?practitioner=";
        grow(FEW);
        open(desk, path);
        long few = Statements.during(() -> open(desk, path));

        grow(MANY);

        assertThat(Statements.during(() -> open(desk, path))).isEqualTo(few);
    }

    private static void open(RequestSpecification desk, String path) {
        RestAssured.given().spec(desk).get(path).then().statusCode(200);
    }

    private Taken refused() {
        return (Taken) booking.bookPublic(clinic.slot(clinic.at("10:00")), visitor(DEMO_ADA));
    }

    private void booked(int hour) {
        booking.bookPublic(clinic.slot(clinic.at(hour + ":00")), visitor(DEMO_ADA)).orThrow();
    }

    private void take(LocalDate date, int minute) {
        Instant start = clinic.at(date, "08:00").plusSeconds(60L * minute);
        booking.hold(UUID.randomUUID(), clinic.slot(start));
    }

    private void grow(int practitioners) {
        for (int n = givers().size(); n < practitioners; n++) {
            clinic.addPractitioner("Demo Number " + n, null);
        }
    }

    private List<UUID> givers() {
        return directory.practitionersFor(clinic.phoneConsult().id()).stream()
                .map(PractitionerInfo::id)
                .toList();
    }

    private JsonPath availability(String from, String to) {
        return RestAssured.given()
                .queryParam("service", clinic.phoneConsult().slug())
                .queryParam("from", from)
                .queryParam("to", to)
                .get("/api/v1/availability")
                .then()
                .statusCode(equalTo(200))
                .extract()
                .jsonPath();
    }

    private ValidatableResponse times(@Nullable String from) {
        RequestSpecification walk = walk();
        if (from != null) {
            walk.formParam("from", from);
        }
        return walk.post("/book/check").then();
    }

    private RequestSpecification walk() {
        RequestSpecification form =
                SignedIn.form(RestAssured.given())
                        .formParam("service", clinic.phoneConsult().slug());
        for (RedFlag flag : RedFlag.values()) {
            form.formParam(flag.field(), "no");
        }
        return form;
    }
}
