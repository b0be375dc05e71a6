package org.ilium.patients.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.CloseReason;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.Patients;
import org.ilium.patients.StopSigns;
import org.ilium.shared.pregnancy.StopSign;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EpisodeClosingTest {

    @Inject TestClock clock;
    @Inject Patients patients;
    @Inject StopSigns stopSigns;

    private ClinicFixture clinic;
    private UUID ada;

    @BeforeEach
    void aPregnantPatient() {
        clinic = ClinicFixture.open();
        ada = SomePatient.registered(SomePatient.name(), SomePatient.phone()).id();
        patients.recordEpisode(ada, EpisodeEntry.pregnant(today().plusDays(30)), null).orThrow();
    }

    @Test
    void aClosedEpisodeIsKeptAndTheNextBeginsWithoutItsFacts() {
        UUID first = open().id();
        form().formParam("reason", "moved")
                .formParam("closedOn", today().toString())
                .formParam("version", open().version())
                .post("/patients/" + ada + "/episode-close")
                .then()
                .statusCode(303);
        assertThat(patients.openEpisode(ada)).isEmpty();

        form().formParam("stage", "pregnant")
                .formParam("dueDate", today().plusDays(200).toString())
                .post("/patients/" + ada + "/episode")
                .then()
                .statusCode(303);

        assertThat(open().id()).isNotEqualTo(first);
        assertThat(patients.pastEpisodes(ada))
                .singleElement()
                .satisfies(
                        past -> {
                            assertThat(past.episode().id()).isEqualTo(first);
                            assertThat(past.closedOn()).isEqualTo(today());
                            assertThat(past.reason()).isEqualTo(CloseReason.MOVED);
                        });
        SignedIn.as(Roles.THERAPIST)
                .get("/api/v1/patients/" + ada + "/episodes/closed")
                .then()
                .statusCode(200)
                .body("episodes", hasSize(1))
                .body("episodes[0].reason", equalTo("moved"));
    }

    @Test
    void whatStillStopsHerIsClearedBeforeTheEpisodeCloses() {
        SignedIn.inThisTest(Roles.THERAPIST);
        UUID report = stopSigns.report(ada, Set.of(StopSign.DIZZY), null).orThrow().get(0).id();

        close("goals-met").then().statusCode(422).body("code", equalTo("stop-signs-stand"));
        SignedIn.as(Roles.THERAPIST)
                .get("/patients/" + ada + "/episode-close")
                .then()
                .body(containsString("stop sign still stands"));
        stopSigns.clear(ada, report, null, null).orThrow();

        close("goals-met").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"-1, other", "1, other", "0, bored"})
    void aClosingThatCannotBeIsNamed(int days, String reason) {
        form().formParam("reason", reason)
                .formParam("closedOn", today().plusDays(days).toString())
                .formParam("version", open().version())
                .post("/patients/" + ada + "/episode-close")
                .then()
                .statusCode(400)
                .body(containsString(days == 0 ? "reason-error" : "closedOn-error"));

        assertThat(patients.openEpisode(ada)).isPresent();
    }

    private io.restassured.response.Response close(String reason) {
        return api(String.valueOf(open().version()))
                .body(Map.of("reason", reason, "closedOn", today().toString()))
                .post("/api/v1/patients/" + ada + "/episode/close");
    }

    private EpisodeInfo open() {
        return patients.openEpisode(ada).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinic.zone());
    }

    private static RequestSpecification form() {
        return SignedIn.form(SignedIn.as(Roles.THERAPIST));
    }

    private static RequestSpecification api(String version) {
        return SignedIn.as(Roles.THERAPIST)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"");
    }
}
