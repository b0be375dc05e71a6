package org.ilium.chart.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;
import org.ilium.access.AuditLine;
import org.ilium.access.AuditTrail;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.fixture.SignedIn;
import org.ilium.patients.CloseReason;
import org.ilium.patients.EpisodeClosing;
import org.ilium.patients.Patients;
import org.ilium.programs.Plan;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.StopSign;
import org.junit.jupiter.api.Test;

/** What the chart and the day say of stop signs, plans that are out, and episodes. */
@QuarkusTest
class ChartCareTest {

    @Inject Patients patients;
    @Inject BookingAppointments booking;
    @Inject AuditTrail audit;

    @Test
    void aSentPlanIsFlaggedWithItsReasonsOnceTheFactsChange() {
        ChartScene scene = new ChartScene();
        Plan plan = scene.sent();
        assertThat(chart(scene)).doesNotContain("no longer fits");

        scene.know(Set.of(Condition.RUPTURED_MEMBRANES));

        assertThat(chart(scene))
                .contains("This plan no longer fits: Home program")
                .contains("Her waters have broken.")
                .contains("action=\"/programs/" + plan.programId() + "/draft\"");
        programs(scene)
                .body("programs[0].misfit.ruleId", hasItem("ABS-ROM"))
                .body("programs[0].episodeId", equalTo(scene.open().id().toString()));

        scene.know(Set.of());

        assertThat(chart(scene)).doesNotContain("no longer fits");
        programs(scene).body("programs[0].misfit", nullValue());
    }

    @Test
    void theDayShowsAReportedSignAndThePlanThatDoesNotFit() {
        ChartScene scene = new ChartScene();
        scene.sent();
        visit(scene);
        assertThat(day(scene)).doesNotContain("no longer fits").doesNotContain("Stop sign");

        scene.report(StopSign.CONTRACTIONS);

        assertThat(day(scene))
                .contains("Plan no longer fits")
                .contains("Regular painful contractions");
    }

    @Test
    void theFrontDeskSeesNeitherSignsNorMisfits() {
        ChartScene scene = new ChartScene();
        scene.sent();
        scene.report(StopSign.CONTRACTIONS);

        String page = SignedIn.as(Roles.FRONT_DESK).get("/patients/" + scene.ada).asString();

        assertThat(page)
                .contains("Demo Ada Chart")
                .doesNotContain("contractions")
                .doesNotContain("Stop signs")
                .doesNotContain("no longer fits")
                .doesNotContain("Close the episode");
    }

    @Test
    void aVisitThatIsOverIsPastWhateverItsTimeToday() {
        ChartScene scene = new ChartScene();
        LocalDate today = scene.clinic.day().minusDays(3);
        scene.clinic.completed(scene.clinic.bookedFor(scene.ada, scene.clinic.at(today, "23:00")));
        assertThat(chart(scene)).contains("<h3>Past</h3>").doesNotContain("<h3>Upcoming</h3>");

        scene.clinic.bookedFor(scene.ada, scene.clinic.at("14:00"));

        String both = chart(scene);
        String toCome = both.substring(both.indexOf("Upcoming"), both.indexOf("<h3>Past"));
        assertThat(toCome).contains("2:00 PM").doesNotContain("11:00 PM");
        assertThat(both.substring(both.indexOf("<h3>Past"))).contains("11:00 PM");
    }

    @Test
    void thePhoneNumberIsShownAsPeopleWriteItAndDialledInFull() {
        assertThat(chart(new ChartScene()))
                .contains("<a href=\"tel:+12025550199\">(202) 555-0199</a>");
    }

    @Test
    void theSecondPregnancyHasItsOwnProgramsAndTheFirstKeepsHers() {
        ChartScene scene = new ChartScene();
        Plan first = scene.sent();
        patients.closeEpisode(
                        scene.ada,
                        new EpisodeClosing(CloseReason.GOALS_MET, scene.today()),
                        scene.open().version())
                .orThrow();
        assertThat(chart(scene)).contains("Open a new episode").contains("Goals met");

        scene.know(Set.of());
        Plan second = scene.sent();

        String page = chart(scene);
        int earlier = page.indexOf("Earlier episodes");
        assertThat(page.substring(0, earlier))
                .contains("href=\"/programs/" + second.programId())
                .doesNotContain("href=\"/programs/" + first.programId());
        assertThat(page.substring(earlier)).contains("href=\"/programs/" + first.programId());
    }

    @Test
    void everyReadingAndChangeLeavesItsRow() {
        ChartScene scene = new ChartScene();
        scene.report(StopSign.DIZZY);
        chart(scene);

        assertThat(audit.entriesFor(scene.ada, 2))
                .extracting(AuditLine::action, AuditLine::entity)
                .containsExactly(tuple("read", "chart"), tuple("report", "stop-sign"));
    }

    private AppointmentDetails visit(ChartScene scene) {
        SlotChoice slot =
                new SlotChoice(
                        scene.clinic.followUp().id(), scene.practitioner, scene.clinic.at("10:00"));
        return booking.enter(StaffBooking.of(slot, scene.ada)).orThrow();
    }

    private static String chart(ChartScene scene) {
        return SignedIn.withSession(scene.token).get("/patients/" + scene.ada).asString();
    }

    private static String day(ChartScene scene) {
        return SignedIn.withSession(scene.token)
                .get("/therapist?date=" + scene.clinic.day())
                .asString();
    }

    private static ValidatableResponse programs(ChartScene scene) {
        return SignedIn.withSession(scene.token)
                .get("/api/v1/patients/" + scene.ada + "/programs")
                .then()
                .statusCode(200);
    }
}
