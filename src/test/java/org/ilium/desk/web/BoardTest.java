package org.ilium.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.xml.XmlPath;
import io.restassured.path.xml.XmlPath.CompatibilityMode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.BookedVia;
import org.ilium.booking.Contact;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.VisitReason;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.booking.schedule.DayBoard;
import org.ilium.booking.schedule.DayBoards;
import org.ilium.desk.BoardDrawing;
import org.ilium.desk.BoardView;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.Statements;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BoardTest {

    @Inject BookingAppointments booking;
    @Inject AppointmentChanges changes;
    @Inject DayBoards boards;

    @Test
    void everyAppointmentStandsInItsPractitionersColumnWithItsStatusInWords() {
        ClinicFixture clinic = ClinicFixture.open();
        clinic.addPractitioner("Demo Second", null);
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        String page = page("/desk/" + clinic.day());

        XmlPath html = new XmlPath(CompatibilityMode.HTML, page);
        assertThat(html.getString("**.find { it.@id == 'visit-" + booked.id() + "' }"))
                .contains("Demo Ada", "Phone consult", "Booked");
        assertThat(page).contains("10:00<span class=\"half\"> AM</span>", " caller, link");
        assertThat(page).contains("Demo Therapist", "Demo Second", "8:00 AM – 6:00 PM");
    }

    @Test
    void aCancelledAppointmentLeavesItsPlaceFree() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        ClinicFixture clinic = ClinicFixture.open();
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        changes.cancelByStaff(booked.id(), booked.version(), ClinicFixture.BY_CLINIC).orThrow();

        DayBoard board = boards.on(clinic.day());
        BoardView.Column column = BoardDrawing.of(board, Set.of(), Set.of()).columns().get(0);
        assertThat(column.visits()).isEmpty();
        assertThat(column.quiet()).extracting(BoardView.Block::status).containsExactly("cancelled");
    }

    @Test
    void everyRoleOfTheStaffReadsTheBoardAndNobodyElse() {
        ClinicFixture.open();

        for (String role : Roles.ALL) {
            SignedIn.as(role).get("/desk").then().statusCode(200);
        }
        RestAssured.given().redirects().follow(false).get("/desk").then().statusCode(302);
    }

    @Test
    void aTherapistIsNotOfferedToFindCallers() {
        ClinicFixture.open();

        SignedIn.as(Roles.THERAPIST).get("/desk").then().body(not(containsString("id=\"caller\"")));
        SignedIn.as(Roles.FRONT_DESK).get("/desk").then().body(containsString("id=\"caller\""));
    }

    @Test
    void markupInANameIsShownAsText() {
        ClinicFixture clinic = ClinicFixture.open();
        enter(clinic, clinic.practitioner().id(), "10:00", "<b onclick=x>Demo</b> & Co");

        String page = page("/desk/" + clinic.day());

        assertThat(page).contains("&lt;b onclick=x&gt;Demo&lt;/b&gt; &amp; Co");
        assertThat(page).doesNotContain("<b onclick");
    }

    @Test
    void theDayIsPickedByItsDate() {
        ClinicFixture.open();

        SignedIn.as(Roles.FRONT_DESK)
                .get("/desk?date=2026-06-09")
                .then()
                .statusCode(303)
                .header("Location", containsString("/desk/2026-06-09"));
        SignedIn.as(Roles.FRONT_DESK).get("/desk?date=soon").then().statusCode(400);
        SignedIn.as(Roles.FRONT_DESK).get("/desk/soon").then().statusCode(404);
        SignedIn.as(Roles.FRONT_DESK).get("/desk/2026-02-30").then().statusCode(404);
    }

    @Test
    void aBoardThatDidNotChangeIsNotSentAgain() {
        ClinicFixture clinic = ClinicFixture.open();
        String path = "/desk/" + clinic.day() + "/board";
        String etag = SignedIn.as(Roles.FRONT_DESK).get(path).header("ETag");

        SignedIn.as(Roles.FRONT_DESK)
                .header("If-None-Match", etag)
                .get(path)
                .then()
                .statusCode(304)
                .body(equalTo(""));
        clinic.booked(clinic.at("10:00"));
        SignedIn.as(Roles.FRONT_DESK)
                .header("If-None-Match", etag)
                .get(path)
                .then()
                .statusCode(200)
                .body(containsString("Demo Ada"));
    }

    @Test
    void theDayOnWhichClocksSpringForwardIsAnHourShorterAndSaysSo() {
        ClinicFixture clinic = ClinicFixture.open();
        LocalDate spring = LocalDate.of(2027, 3, 14);
        enter(clinic, clinic.practitioner().id(), clinic.at(spring, "01:00"), "Demo Early");

        BoardView board = BoardDrawing.of(boards.on(spring), Set.of(), Set.of());

        assertThat(Duration.ofMinutes(board.minutes())).isEqualTo(Duration.ofHours(16));
        assertThat(board.hours())
                .extracting(BoardView.Hour::label)
                .startsWith("1:00 AM CST", "3:00 AM CDT")
                .endsWith("5:00 PM CDT");
    }

    @Test
    void theDayOnWhichClocksFallBackShowsBothOnes() {
        ClinicFixture clinic = ClinicFixture.open();
        LocalDate autumn = LocalDate.of(2027, 11, 7);
        enter(clinic, clinic.practitioner().id(), clinic.at(autumn, "00:00"), "Demo Early");

        BoardView board = BoardDrawing.of(boards.on(autumn), Set.of(), Set.of());

        assertThat(board.hours())
                .extracting(BoardView.Hour::label)
                .startsWith("12:00 AM CDT", "1:00 AM CDT", "1:00 AM CST", "2:00 AM CST");
        page("/desk/" + autumn);
    }

    @Test
    void threePractitionersAndSixtyAppointmentsTakeFewStatements() {
        ClinicFixture clinic = ClinicFixture.open();
        LocalDate date = LocalDate.of(2028, 3, 7);
        List<UUID> practitioners = new ArrayList<>(List.of(clinic.practitioner().id()));
        practitioners.add(clinic.addPractitioner("Demo Second", null).id());
        practitioners.add(clinic.addPractitioner("Demo Third", null).id());
        for (UUID practitioner : practitioners) {
            for (int i = 0; i < 20; i++) {
                enter(
                        clinic,
                        practitioner,
                        clinic.at(date, "08:00").plusSeconds(1800L * i),
                        "Demo " + i);
            }
        }
        boards.on(date);
        List<DayBoard> read = new ArrayList<>();

        long statements = Statements.during(() -> read.add(boards.on(date)));

        assertThat(read.get(0).columns())
                .hasSize(3)
                .allSatisfy(c -> assertThat(c.appointments()).hasSize(20));
        assertThat(statements).isBetween(1L, 4L);
    }

    private void enter(ClinicFixture clinic, UUID practitioner, String time, String name) {
        enter(clinic, practitioner, clinic.at(time), name);
    }

    private void enter(ClinicFixture clinic, UUID practitioner, Instant start, String name) {
        booking.enter(
                        new StaffBooking(
                                new SlotChoice(clinic.phoneConsult().id(), practitioner, start),
                                null,
                                new Contact(name, "+13125550142", null),
                                null,
                                VisitReason.NOT_ASKED,
                                null,
                                null,
                                false,
                                BookedVia.STAFF))
                .orThrow();
    }

    private static String page(String path) {
        return SignedIn.as(Roles.FRONT_DESK).get(path).then().statusCode(200).extract().asString();
    }
}
