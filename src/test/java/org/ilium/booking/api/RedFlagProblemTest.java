package org.ilium.booking.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A program tells its user the same as the page does: whom to call, and how fast. */
@QuarkusTest
class RedFlagProblemTest {

    @BeforeEach
    void open() {
        ClinicFixture.open();
    }

    @ParameterizedTest
    @EnumSource(RedFlag.class)
    void eachFlagSaysHowUrgentItIsInTheWordsOfThePage(RedFlag flag) {
        JsonPath problem = problem(flag);

        String page = page(flag);

        assertThat(problem.getString("code")).isEqualTo("red-flag");
        assertThat(problem.getString("more.urgency"))
                .isEqualTo(flag.emergency() ? "emergency" : "doctor");
        List<String> said = problem.getList("more.now");
        assertThat(said).isNotEmpty();
        assertThat(page)
                .contains(said)
                .contains(problem.getString("title"))
                .contains(StopAdvice.AFTERWARDS);
        assertThat(problem.getString("detail")).contains(said).contains(StopAdvice.AFTERWARDS);
    }

    @Test
    void thoughtsOfHarmNameTheLifelineAndNoOtherFlagDoes() {
        assertThat(problem(RedFlag.HARM).getString("detail")).contains("911").contains("988");
        assertThat(problem(RedFlag.CHEST_PAIN).getString("detail"))
                .contains("911")
                .doesNotContain("988");
        assertThat(problem(RedFlag.FEVER).getString("detail"))
                .contains("Call your OB, midwife or doctor.")
                .doesNotContain("988");
    }

    @Test
    void theMostUrgentOfSeveralCounts() {
        assertThat(problem(RedFlag.VAGINAL_BLEEDING, RedFlag.HARM).getString("more.urgency"))
                .isEqualTo("emergency");
    }

    private static JsonPath problem(RedFlag... raised) {
        Map<String, Boolean> answers = new LinkedHashMap<>();
        for (RedFlag flag : raised) {
            answers.put(flag.code(), true);
        }
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("redFlags", answers))
                .post("/api/v1/appointments")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .extract()
                .jsonPath();
    }

    /** Its text, without the tags. */
    private static String page(RedFlag raised) {
        var form = SignedIn.form(RestAssured.given()).formParam("service", "phone-consult");
        for (RedFlag flag : RedFlag.values()) {
            form.formParam(flag.field(), flag == raised ? "yes" : "no");
        }
        return form.post("/book/check")
                .asString()
                .replaceAll("<[^>]+>", "")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ");
    }
}
