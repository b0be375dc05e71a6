package org.ilium.patients.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.EpisodeInfo;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The front desk is not shown the day of a loss, and does not find it by trying dates. */
@QuarkusTest
class HiddenLossTest {

    private static final String A_THERAPIST = "a therapist changes it now";

    @Inject TestClock clock;

    private ClinicFixture clinic;
    private UUID lost;
    private UUID other;

    @BeforeEach
    void twoChartsThatLookAlikeToTheDesk() {
        clinic = ClinicFixture.open();
        lost = SomePatient.registered(SomePatient.name(), SomePatient.phone()).id();
        other = SomePatient.registered(SomePatient.name(), SomePatient.phone()).id();
        Loss loss = new Loss(PregnancyOutcome.MISCARRIAGE, today().minusDays(100), null, 9);
        record(lost, loss);
        record(other, null);
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void threeTriesAreAnsweredAndAfterThemEveryDateAlikeWithALossAndWithout() {
        for (UUID patient : List.of(lost, other)) {
            for (int i = 0; i < 3; i++) {
                assertThat(due(patient, fits(i)).statusCode()).isEqualTo(200);
            }
        }

        for (LocalDate due : List.of(fits(3), today().plusDays(120), LocalDate.of(1999, 1, 1))) {
            Response answer = due(lost, due);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.asString()).contains(A_THERAPIST);
            assertThat(answer.jsonPath().getList("errors"))
                    .isEqualTo(due(other, due).jsonPath().getList("errors"));
        }
        assertThat(open(lost).dueDate()).isEqualTo(fits(2));
    }

    @Test
    void whatIsRefusedIsATryTooAndSoIsALateOne() {
        Map<String, Object> body = body(today().plusDays(120));
        for (int i = 0; i < 3; i++) {
            assertThat(put(lost, 99, body).asString()).doesNotContain(A_THERAPIST);
        }

        assertThat(put(lost, 99, body(fits(0))).asString()).contains(A_THERAPIST);
        SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .formParam("version", open(lost).version())
                .formParam("stage", "pregnant")
                .formParam("dueDate", fits(0).toString())
                .post("/patients/" + lost + "/episode")
                .then()
                .statusCode(400)
                .body(containsString("id=\"dueDate-error\">This was changed several times"));
        assertThat(SomePatient.audited(lost)).contains("try episode-dates");
    }

    @Test
    void whatIsNoDateIsStillTheDesksAndATherapistChangesTheDates() {
        for (int i = 0; i < 4; i++) {
            due(lost, fits(i));
        }
        Map<String, Object> body = body(fits(2));
        body.put("reason", "Told on the phone");
        assertThat(put(lost, open(lost).version(), body).statusCode()).isEqualTo(200);

        SignedIn.inThisTest(Roles.THERAPIST);
        EpisodeInfo seen = open(lost);
        SomePatient.patients()
                .recordEpisode(
                        lost, EpisodeEntry.pregnant(fits(5)).withLoss(seen.loss()), seen.version())
                .orThrow();

        assertThat(open(lost).dueDate()).isEqualTo(fits(5));
    }

    @Test
    void afterAMonthTheDeskMayAgain() {
        for (int i = 0; i < 4; i++) {
            due(other, fits(i));
        }
        assertThat(due(other, fits(4)).statusCode()).isEqualTo(400);

        clock.advance(Duration.ofDays(31));

        assertThat(due(other, fits(4)).statusCode()).isEqualTo(200);
    }

    private Response due(UUID patient, LocalDate due) {
        return put(patient, open(patient).version(), body(due));
    }

    private Response put(UUID patient, int version, Map<String, Object> body) {
        return SignedIn.as(Roles.FRONT_DESK)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put("/api/v1/patients/" + patient + "/episode");
    }

    private static Map<String, Object> body(LocalDate due) {
        Map<String, Object> body = new HashMap<>();
        body.put("stage", "pregnant");
        body.put("dueDate", due.toString());
        return body;
    }

    /** Of a pregnancy that began after the loss. */
    private LocalDate fits(int days) {
        return today().plusDays(200 + days);
    }

    private void record(UUID patient, @Nullable Loss loss) {
        EpisodeEntry entry =
                new EpisodeEntry(
                                Stage.NEITHER,
                                null,
                                null,
                                BirthMode.UNKNOWN,
                                1,
                                Set.of(),
                                null,
                                null)
                        .withLoss(loss);
        SomePatient.patients().recordEpisode(patient, entry, null).orThrow();
    }

    private static EpisodeInfo open(UUID patient) {
        return SomePatient.patients().openEpisode(patient).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinic.zone());
    }
}
