package org.ilium.patients.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.EpisodeInfo;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EpisodePageTest {

    @Inject TestClock clock;

    private ClinicFixture clinic;
    private UUID ada;

    @BeforeEach
    void onePatient() {
        clinic = ClinicFixture.open();
        ada = SomePatient.registered(SomePatient.name(), SomePatient.phone()).id();
    }

    @Test
    void aPregnancyIsRecordedAndItsWeeksShown() {
        LocalDate due = today().plusDays(280 - 150);
        pregnant(due)
                .formParam("conditions", "pelvic-girdle-pain", "leaking")
                .formParam("screeningForm", "gaq-p")
                .formParam("screeningOutcome", "concerns")
                .formParam("screeningDate", today().toString())
                .formParam("reason", "Upper back")
                .post(path())
                .then()
                .statusCode(303);

        EpisodeInfo episode = SomePatient.patients().openEpisode(ada).orElseThrow();
        assertThat(episode.dueDate()).isEqualTo(due);
        assertThat(episode.conditions())
                .containsExactlyInAnyOrder(Condition.PELVIC_GIRDLE_PAIN, Condition.LEAKING);
        assertThat(episode.latestScreening().outcome()).isEqualTo(ScreeningOutcome.CONCERNS);
        assertThat(episode.reason()).isEqualTo("Upper back");
        SignedIn.as(Roles.THERAPIST)
                .get(path())
                .then()
                .statusCode(200)
                .body(containsString("21 weeks 3 days pregnant"))
                .body(containsString("name=\"version\" value=\"" + episode.version() + "\""));
        assertThat(SomePatient.audited(ada))
                .containsExactly("read episode", "create episode", "create patient");
    }

    @ParameterizedTest
    @CsvSource({
        "dueDate, 1999-01-01, dueDate",
        "dueDate, soon, dueDate",
        "stage, gone, stage",
        "birthDate, 2999-01-01, birthDate",
        "birthMode, caesarean, birthMode",
        "lossDate, 2025-01-01, lossOutcome",
        "lossOutcome, miscarriage, lossDate",
        "lossOutcome, live-birth, lossOutcome",
        "lossWeeks, few, lossWeeks",
        "lossSurgical, perhaps, lossSurgical",
        "ruledOut, made-up, ruledOut",
        "birthMode, other, birthMode",
        "plurality, many, plurality",
        "conditions, made-up, conditions",
        "screeningForm, gaq-p, screeningOutcome",
        "screeningDate, 2025-01-01, screeningForm"
    })
    void aWrongFieldIsNamedAndNothingIsSaved(String field, String value, String named) {
        RequestSpecification form = form();
        if (!field.equals("stage")) {
            form.formParam("stage", "pregnant");
        }

        form.formParam(field, value)
                .post(path())
                .then()
                .statusCode(400)
                .body(containsString("id=\"" + named + "-error\""));

        assertThat(SomePatient.patients().openEpisode(ada)).isEmpty();
    }

    @Test
    void aStaleEditIsRefusedWithWhatChanged() {
        LocalDate due = today().plusDays(100);
        pregnant(due).post(path()).then().statusCode(303);

        form().formParam("stage", "postpartum")
                .formParam("version", "")
                .post(path())
                .then()
                .statusCode(409)
                .body(containsString("Somebody changed this meanwhile"))
                .body(containsString("<td>Pregnant</td><td>After birth</td>"))
                .body(containsString("name=\"version\" value=\"0\""));

        assertThat(SomePatient.patients().openEpisode(ada).orElseThrow().stage())
                .isEqualTo(Stage.PREGNANT);
    }

    private RequestSpecification pregnant(LocalDate due) {
        return form().formParam("stage", "pregnant").formParam("dueDate", due.toString());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinic.zone());
    }

    private String path() {
        return "/patients/" + ada + "/episode";
    }

    private static RequestSpecification form() {
        return SignedIn.form(SignedIn.as(Roles.THERAPIST));
    }
}
