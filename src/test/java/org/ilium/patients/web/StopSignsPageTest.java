package org.ilium.patients.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.ReportedStopSign;
import org.ilium.patients.StopSigns;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.StopSign;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class StopSignsPageTest {

    @Inject TestClock clock;
    @Inject StopSigns stopSigns;

    private ClinicFixture clinic;
    private UUID ada;

    @BeforeEach
    void aPregnantPatient() {
        clinic = ClinicFixture.open();
        ada = SomePatient.registered(SomePatient.name(), SomePatient.phone()).id();
        SomePatient.patients()
                .recordEpisode(ada, EpisodeEntry.pregnant(today().plusDays(100)), null)
                .orThrow();
    }

    @Test
    void aReportStandsUntilItIsClearedAndIsKept() {
        form().formParam("signs", "vaginal-bleeding", "dizzy")
                .formParam("reportedOn", today().minusDays(1).toString())
                .post(path())
                .then()
                .statusCode(303)
                .header("Location", containsString("/patients/" + ada));

        List<ReportedStopSign> standing = standing();
        assertThat(standing)
                .extracting(ReportedStopSign::sign)
                .containsExactlyInAnyOrder(StopSign.VAGINAL_BLEEDING, StopSign.DIZZY);
        assertThat(standing)
                .allSatisfy(r -> assertThat(r.reportedOn()).isEqualTo(today().minusDays(1)));

        form().formParam("clearedOn", today().toString())
                .formParam("note", "<b>Seen</b> by her midwife")
                .post(path() + "/" + of(StopSign.DIZZY).id() + "/clear")
                .then()
                .statusCode(303);

        assertThat(standing())
                .extracting(ReportedStopSign::sign)
                .containsExactly(StopSign.VAGINAL_BLEEDING);
        SignedIn.as(Roles.THERAPIST)
                .get(path())
                .then()
                .statusCode(200)
                .body(containsString("Dizzy or faint"))
                .body(containsString("&lt;b&gt;Seen&lt;/b&gt; by her midwife"))
                .body(containsString("written down by Demo Staff"));
        assertThat(SomePatient.audited(ada))
                .startsWith(
                        "read stop-signs",
                        "clear stop-sign",
                        "report stop-sign",
                        "report stop-sign");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2026-01-01, signs",
        "made-up, '', signs",
        "dizzy, 2199-01-01, reportedOn",
        "dizzy, 1999-01-01, reportedOn",
        "dizzy, soon, reportedOn"
    })
    void aWrongReportIsNamedAndNothingIsSaved(String sign, String on, String named) {
        RequestSpecification form = form().formParam("reportedOn", on);
        if (!sign.isEmpty()) {
            form.formParam("signs", sign);
        }

        form.post(path()).then().statusCode(400).body(containsString("id=\"" + named + "-error\""));

        assertThat(stopSigns.history(ada)).isEmpty();
    }

    @Test
    void aSignOfAPregnancyIsNeitherOfferedNorTakenOnceItHasEnded() {
        SomePatient.patients()
                .recordEpisode(
                        ada,
                        EpisodeEntry.postpartum(today().minusDays(3), BirthMode.UNKNOWN),
                        SomePatient.patients().openEpisode(ada).orElseThrow().version())
                .orThrow();

        form().formParam("signs", "baby-moves-less", "dizzy")
                .post(path())
                .then()
                .statusCode(400)
                .body(containsString("id=\"signs-error\""));
        assertThat(stopSigns.history(ada)).isEmpty();
        for (String page : new String[] {path(), "/patients/" + ada}) {
            SignedIn.as(Roles.THERAPIST)
                    .get(page)
                    .then()
                    .statusCode(200)
                    .body(containsString("value=\"dizzy\""))
                    .body(not(containsString("value=\"baby-moves-less\"")));
        }
    }

    @Test
    void aSignThatStandsIsNotReportedTwiceButAgainAfterItWasCleared() {
        report("headache");
        form().formParam("signs", "headache", "dizzy")
                .post(path())
                .then()
                .statusCode(400)
                .body(containsString("stands already"));
        assertThat(standing()).hasSize(1);

        clear(of(StopSign.HEADACHE).id(), Map.of()).then().statusCode(200);
        report("headache");

        assertThat(stopSigns.history(ada)).hasSize(2);
        assertThat(standing()).hasSize(1);
    }

    @Test
    void aWrongClearingIsNamedAndTheSignStands() {
        report("headache");
        UUID report = of(StopSign.HEADACHE).id();

        form().formParam("clearedOn", today().minusDays(1).toString())
                .formParam("note", "kept")
                .post(path() + "/" + report + "/clear")
                .then()
                .statusCode(400)
                .body(containsString("id=\"cleared-" + report + "-error\""))
                .body(containsString("value=\"kept\""));
        clear(report, Map.of("note", "x".repeat(301)))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("note"));
        clear(report, Map.of("clearedOn", today().plusDays(1).toString())).then().statusCode(400);

        assertThat(standing()).hasSize(1);
    }

    @Test
    void theJsonTellsAndChangesTheSame() {
        api().body(Map.of("signs", List.of("calf-pain")))
                .post(apiPath())
                .then()
                .statusCode(200)
                .body("reports", hasSize(1))
                .body("reports[0].sign", equalTo("calf-pain"))
                .body("reports[0].reportedOn", equalTo(today().toString()));
        UUID report = of(StopSign.CALF_PAIN).id();

        clear(report, Map.of("note", "Scan was clear"))
                .then()
                .statusCode(200)
                .body("reports", hasSize(0));
        clear(report, Map.of()).then().statusCode(409).body("code", equalTo("cleared-already"));

        api().get(apiPath())
                .then()
                .body("reports[0].clearedOn", equalTo(today().toString()))
                .body("reports[0].note", equalTo("Scan was clear"));
    }

    @Test
    void anothersReportIsUnknownHere() {
        report("headache");
        UUID report = of(StopSign.HEADACHE).id();
        UUID other = SomePatient.registered(SomePatient.name(), SomePatient.phone()).id();

        form().post("/patients/" + other + "/stop-signs/" + report + "/clear")
                .then()
                .statusCode(404);

        assertThat(standing()).hasSize(1);
    }

    @Test
    void withoutAnEpisodeNothingIsReported() {
        UUID other = SomePatient.registered(SomePatient.name(), SomePatient.phone()).id();

        api().body(Map.of("signs", List.of("dizzy")))
                .post("/api/v1/patients/" + other + "/stop-signs")
                .then()
                .statusCode(422)
                .body("code", equalTo("no-episode"));
    }

    @Test
    void anAdministratorReadsButIsOfferedNoChange() {
        report("headache");

        SignedIn.as(Roles.ADMINISTRATOR)
                .get(path())
                .then()
                .statusCode(200)
                .body(containsString("Headache"))
                .body(not(containsString("<form class=\"stop-sign-report\"")));
    }

    private void report(String sign) {
        form().formParam("signs", sign).post(path()).then().statusCode(303);
    }

    private io.restassured.response.Response clear(UUID report, Map<String, String> body) {
        return api().body(body).post(apiPath() + "/" + report + "/clear");
    }

    private ReportedStopSign of(StopSign sign) {
        return standing().stream().filter(r -> r.sign() == sign).findFirst().orElseThrow();
    }

    private List<ReportedStopSign> standing() {
        List<ReportedStopSign> standing =
                SomePatient.patients().openEpisode(ada).orElseThrow().stopSigns();
        assertThat(SomePatient.patients().openEpisodes(Set.of(ada)).get(ada).stopSigns())
                .isEqualTo(standing);
        return standing;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinic.zone());
    }

    private String path() {
        return "/patients/" + ada + "/stop-signs";
    }

    private String apiPath() {
        return "/api/v1" + path();
    }

    private static RequestSpecification form() {
        return SignedIn.form(SignedIn.as(Roles.THERAPIST));
    }

    private static RequestSpecification api() {
        return SignedIn.as(Roles.THERAPIST).contentType(ContentType.JSON);
    }
}
