package org.ilium.patients.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.patients.EpisodeEntry;
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
        "asked-lochia, perhaps, asked-lochia",
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
    void everyQuestionOfHealingIsOneChoiceOfThree() {
        RequestSpecification form = form().formParam("stage", "postpartum");
        String page = SignedIn.as(Roles.THERAPIST).get(path()).asString();
        List<Condition> asked =
                Arrays.stream(Condition.values())
                        .filter(c -> c.group() == Condition.Group.AFTER_BIRTH)
                        .toList();
        for (Condition condition : asked) {
            String field = "type=\"radio\" name=\"asked-" + condition.code() + "\" value=\"";
            assertThat(page)
                    .contains(field + "yes\"> Yes", field + "no\"> No")
                    .contains(field + "\" checked> Not asked");
            form.formParam(
                    "asked-" + condition.code(), condition == Condition.LOCHIA ? "yes" : "no");
        }

        form.post(path()).then().statusCode(303);

        EpisodeInfo open = SomePatient.patients().openEpisode(ada).orElseThrow();
        assertThat(open.conditions()).containsExactly(Condition.LOCHIA);
        assertThat(open.ruledOut()).hasSize(asked.size() - 1);
        assertThat(SignedIn.as(Roles.THERAPIST).get(path()).asString())
                .contains("name=\"asked-lochia\" value=\"yes\" checked")
                .contains("name=\"asked-unhealed-wound\" value=\"no\" checked");
    }

    @ParameterizedTest
    @CsvSource({
        "asked-lochia, yes, asked-lochia, no",
        "conditions, lochia, asked-lochia, no",
        "conditions, lochia, ruledOut, lochia"
    })
    void bothAnswersToOneQuestionAreRefusedByName(
            String one, String said, String other, String alsoSaid) {
        form().formParam("stage", "postpartum")
                .formParam(one, said)
                .formParam(other, alsoSaid)
                .post(path())
                .then()
                .statusCode(400)
                .body(containsString("id=\"asked-lochia-error\">Choose yes or no, not both"));

        assertThat(SomePatient.patients().openEpisode(ada)).isEmpty();
    }

    @Test
    void whatContradictsABleedingThatStoppedIsSaidAsItIs() {
        form().formParam("stage", "postpartum")
                .formParam("asked-lochia", "no")
                .formParam("asked-lochia-heavier", "yes")
                .post(path())
                .then()
                .statusCode(400)
                .body(containsString("Bleeding that gets heavier has not stopped"));
    }

    @Test
    void whatTheFormDoesNotAskAboutStaysRuledOutUntilItIsTicked() {
        EpisodeEntry entry =
                EpisodeEntry.pregnant(today().plusDays(130))
                        .withRuledOut(Set.of(Condition.LEAKING));
        SomePatient.patients().recordEpisode(ada, entry, null).orThrow();
        assertThat(SignedIn.as(Roles.THERAPIST).get(path()).asString())
                .contains("<input type=\"hidden\" name=\"ruledOut\" value=\"leaking\">");

        pregnant(today().plusDays(130))
                .formParam("version", "0")
                .formParam("conditions", "leaking")
                .formParam("ruledOut", "leaking")
                .post(path())
                .then()
                .statusCode(303);

        EpisodeInfo open = SomePatient.patients().openEpisode(ada).orElseThrow();
        assertThat(open.conditions()).containsExactly(Condition.LEAKING);
        assertThat(open.stillRuledOut()).isEmpty();
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
