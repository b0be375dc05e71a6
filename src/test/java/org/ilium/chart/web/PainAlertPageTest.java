package org.ilium.chart.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.ilium.programs.PainAlert;
import org.ilium.programs.PainAlerts;
import org.ilium.programs.PlanProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Much pain on My day, on the chart and as JSON, until a therapist has handled it. */
@QuarkusTest
class PainAlertPageTest {

    @Inject PlanProgress progress;
    @Inject PainAlerts alerts;
    @Inject PatientLinks links;

    private ChartScene scene;
    private UUID program;

    @BeforeEach
    void sheTellsMuchPain() {
        scene = new ChartScene();
        program = scene.sent().programId();
        tell(9);
    }

    @Test
    void itStandsOnMyDayAndOnTheChartUntilItIsHandled() {
        assertThat(day())
                .contains("High pain reported: talk with the patient", "Pain 9 of 10")
                .contains("href=\"/patients/" + scene.ada + "\">Demo Ada Chart</a>")
                .contains("href=\"/programs/" + program + "\">Her plan: Home program");
        assertThat(chart()).contains("Pain 9 of 10", "Mark as handled");

        handle(scene.token, "day", 0, "Called <b>her</b>").statusCode(303);

        assertThat(day()).doesNotContain("Pain 9 of 10");
        assertThat(chart())
                .doesNotContain("Mark as handled")
                .contains("Pain 9 of 10", "Called &lt;b&gt;her&lt;/b&gt;", "by Demo Staff");
    }

    @Test
    void aNumberToldMeanwhileIsShownFirstAndTheNoteIsNotLost() {
        tell(3);

        for (String from : List.of("day", "chart")) {
            handle(scene.token, from, 0, "Called her")
                    .statusCode(409)
                    .body(containsString("She told a new number meanwhile"))
                    .body(containsString("Since then: 3"))
                    .body(containsString("value=\"Called her\""));
        }
        handle(scene.token, "chart", 0, "x".repeat(301))
                .statusCode(400)
                .body(containsString("Use at most 300 characters"));

        handle(scene.token, "chart", 1, "Called her")
                .statusCode(303)
                .header("Location", containsString("/patients/" + scene.ada));
        assertThat(alert().handled()).isNotNull();
    }

    @Test
    void anotherTherapistHandlesItFromTheChartAndNobodyElseMay() {
        String other = SignedIn.session(Roles.THERAPIST).token();
        String front = SignedIn.session(Roles.FRONT_DESK).token();
        String admin = SignedIn.session(Roles.ADMINISTRATOR).token();
        assertThat(page(other, "/therapist")).doesNotContain(scene.ada.toString());
        assertThat(page(front, "/patients/" + scene.ada)).doesNotContain("Pain 9");
        assertThat(page(admin, "/patients/" + scene.ada))
                .contains("Pain 9 of 10")
                .doesNotContain("Mark as handled");

        handle(front, "chart", 0, "").statusCode(403);
        handle(admin, "chart", 0, "").statusCode(403);
        handle(other, "chart", 0, "").statusCode(303);

        handle(scene.token, "day", 0, "")
                .statusCode(409)
                .body(containsString("marked this pain as handled already"));
    }

    @Test
    void aProgramReadsAndHandlesItToo() {
        UUID id = alert().id();
        SignedIn.withSession(scene.token)
                .get("/api/v1/pain-alerts")
                .then()
                .statusCode(200)
                .body("alerts.id", hasItem(id.toString()));
        SignedIn.as(Roles.FRONT_DESK).get("/api/v1/pain-alerts").then().statusCode(403);
        SignedIn.as(Roles.FRONT_DESK)
                .get("/api/v1/patients/" + scene.ada + "/pain-alerts")
                .then()
                .statusCode(403);

        json(id, "{}").statusCode(400).body("errors.field", equalTo(List.of("revision")));
        json(id, "{\"revision\":7}").statusCode(409).body("code", equalTo("pain-alert-changed"));
        json(UUID.randomUUID(), "{\"revision\":0}").statusCode(404);
        json(id, "{\"revision\":0,\"note\":\"Called her\"}")
                .statusCode(200)
                .body("handled.note", equalTo("Called her"))
                .body("worst", equalTo(9));

        SignedIn.withSession(scene.token)
                .get("/api/v1/pain-alerts")
                .then()
                .body("alerts.id", not(hasItem(id.toString())));
        SignedIn.withSession(scene.token)
                .get("/api/v1/patients/" + scene.ada + "/pain-alerts")
                .then()
                .statusCode(200)
                .body("alerts[0].handled.note", equalTo("Called her"));
    }

    private ValidatableResponse json(UUID id, String body) {
        return SignedIn.withSession(scene.token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/pain-alerts/" + id + "/handled")
                .then();
    }

    private ValidatableResponse handle(String token, String from, int revision, String note) {
        return SignedIn.form(SignedIn.withSession(token))
                .formParam("revision", revision)
                .formParam("from", from)
                .formParam("note", note)
                .post("/pain-alerts/" + alert().id() + "/handled")
                .then();
    }

    private PainAlert alert() {
        return alerts.ofPatient(scene.ada).get(0);
    }

    private void tell(int score) {
        String token = links.mint(LinkKind.PLAN, program, Duration.ofDays(90));
        LinkOutcome.Opened link = (LinkOutcome.Opened) links.open(LinkKind.PLAN, token);
        progress.tellPain(program, link.linkId(), score);
    }

    private String day() {
        return page(scene.token, "/therapist");
    }

    private String chart() {
        return page(scene.token, "/patients/" + scene.ada);
    }

    private static String page(String token, String path) {
        return SignedIn.withSession(token).get(path).asString();
    }
}
