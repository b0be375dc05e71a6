package org.ilium.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.UnusedPhones;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Patients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every panel beside the board has an address, of ids and dates alone. */
@QuarkusTest
class DeskAddressTest {

    private static final String PUSH = "HX-Push-Url";
    private static final String REPLACE = "HX-Replace-Url";

    @Inject Patients patients;

    private ClinicFixture clinic;
    private UUID ada;
    private AppointmentDetails visit;

    @BeforeEach
    void book() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        clinic = ClinicFixture.open();
        ada =
                patients.register(
                                PatientEntry.of(
                                        "Demo", "Addressed", null, UnusedPhones.next(), null),
                                true)
                        .orThrow()
                        .id();
        visit = clinic.bookedFor(ada, clinic.at("09:00"));
    }

    @Test
    void aVisitBesideTheBoardOfItsDayIsItsIdAlone() {
        board(clinic.day(), "/desk/" + clinic.day())
                .get(path())
                .then()
                .statusCode(200)
                .header(PUSH, equalTo(path()))
                .header(REPLACE, nullValue())
                .body(not(containsString("id=\"board\"")));
    }

    @Test
    void anotherDaysBoardStaysBesideIt() {
        LocalDate other = clinic.day().plusDays(5);

        board(other, "/desk/" + other)
                .get(path())
                .then()
                .header(PUSH, equalTo(path() + "?day=" + other));
        SignedIn.as(Roles.FRONT_DESK)
                .get(path() + "?day=" + other)
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("id=\"board\" data-day=\"" + other + "\""),
                                containsString("data-visit=\"" + visit.id() + "\"")));
    }

    @Test
    void anAddressThatIsOpenedShowsTheWholeDayWithItsPanel() {
        SignedIn.as(Roles.FRONT_DESK)
                .get(path() + "/move")
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("id=\"board\" data-day=\"" + clinic.day() + "\""),
                                containsString("Move Demo Addressed"),
                                containsString("href=\"/desk/" + clinic.day() + "\">Back to the")));
        SignedIn.as(Roles.FRONT_DESK)
                .get("/desk/callers/" + ada)
                .then()
                .statusCode(200)
                .body(allOf(containsString("id=\"board\""), containsString("Demo Addressed")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "0000-00-00", "2027-02-30", "../settings"})
    void aDayThatIsNoneIsThePanelsOwn(String day) {
        SignedIn.as(Roles.FRONT_DESK)
                .queryParam("day", day)
                .get(path())
                .then()
                .statusCode(200)
                .body(containsString("id=\"board\" data-day=\"" + clinic.day() + "\""));
    }

    @Test
    void anotherLookAtTheSamePanelIsNoStepOfTheHistory() {
        String caller = "/desk/callers/" + ada;

        Response picked =
                board(clinic.day(), caller + "?day=" + clinic.day())
                        .get(caller + "?service=follow-up&practitioner=&from=" + clinic.day());

        picked.then()
                .header(PUSH, nullValue())
                .header(
                        REPLACE,
                        equalTo(
                                caller
                                        + "?service=follow-up&practitioner=&from="
                                        + clinic.day()
                                        + "&day="
                                        + clinic.day()));
    }

    @Test
    void nothingElseOfTheRequestStandsInIt() {
        String address =
                board(clinic.day(), "/desk")
                        .get("/desk/callers/" + ada + "?name=Addressed&service=follow-up&q=Ada")
                        .header(PUSH);

        assertThat(address).contains("service=follow-up").doesNotContain("Addressed", "Ada", "q=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[broken", "not an address", ""})
    void whereTheBrowserSaysItIsIsNotTrusted(String now) {
        board(clinic.day(), now).get(path()).then().statusCode(200).header(PUSH, equalTo(path()));
    }

    @Test
    void whatWasBookedIsAStepAndWhatWasRefusedIsNot() {
        String caller = "/desk/callers/" + ada;

        bookAt("09:00").statusCode(409).header(PUSH, nullValue()).header(REPLACE, nullValue());
        ValidatableResponse booked = bookAt("14:00").statusCode(200);

        assertThat(booked.extract().header(PUSH))
                .startsWith("/desk/appointments/")
                .doesNotContain(caller);
    }

    @Test
    void aSearchForACallerHasNone() {
        SignedIn.form(board(clinic.day(), "/desk"))
                .formParam("q", "addressed")
                .post("/desk/callers")
                .then()
                .statusCode(200)
                .header(PUSH, nullValue())
                .header(REPLACE, nullValue());
    }

    @Test
    void whoeverMayNotBookOpensAVisitAndNoCaller() {
        SignedIn.as(Roles.THERAPIST).get(path()).then().statusCode(200);
        SignedIn.as(Roles.THERAPIST).get("/desk/callers/" + ada).then().statusCode(403);
    }

    private ValidatableResponse bookAt(String time) {
        return SignedIn.form(board(clinic.day(), "/desk/callers/" + ada))
                .formParam("service", "phone-consult")
                .formParam("slot", clinic.practitioner().id() + "@" + clinic.at(time))
                .formParam(
                        "setAside",
                        clinic.practitioner().id() + "@" + clinic.at(time) + "~same-day")
                .post("/desk/callers/" + ada + "/book")
                .then();
    }

    private RequestSpecification board(LocalDate day, String now) {
        return SignedIn.as(Roles.FRONT_DESK)
                .header("HX-Request", "true")
                .header("Ilium-Day", day.toString())
                .header(
                        "HX-Current-URL",
                        now.startsWith("/") ? "http://localhost:8080" + now : now);
    }

    private String path() {
        return "/desk/appointments/" + visit.id();
    }
}
