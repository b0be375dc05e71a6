package org.ilium.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import org.ilium.access.Roles;
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.catalog.SafetyRule;
import org.ilium.catalog.WeekSetting;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class WeekSettingsTest {

    @Inject EntityManager database;
    @Inject ExerciseCatalog catalog;

    @AfterEach
    void backToTheDefaults() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from week_settings").executeUpdate());
    }

    @Test
    void theDefaultsStandUntilTheClinicSetsItsOwn() {
        read().body("supineWarn", equalTo(14), "supineBlock", equalTo(20))
                .body("previaWarn", equalTo(26), "previaBlock", equalTo(28))
                .body("caesareanLate", equalTo(12), "version", nullValue());

        put(with("supineBlock", 18)).statusCode(200).body("version", equalTo(0));

        read().body("supineWarn", equalTo(14), "supineBlock", equalTo(18))
                .body("version", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({
        "supineWarn, -1",
        "supineWarn, 29",
        "supineBlock, 13",
        "supineBlock, 29",
        "previaBlock, 25",
        "previaBlock, 29",
        "lossEffortLong, 1",
        "lossImpact, 1",
        "lossImpactLong, 5",
        "caesareanLate, 5",
        "caesareanLate, 53",
        "caesareanLate,"
    })
    void aWeekOutOfRangeOrOrderIsNamedAndNothingIsKept(String field, Integer week) {
        put(with(field, week)).statusCode(400).body("errors.field", contains(field));
        form(with(field, week)).statusCode(422).body(containsString("id=\"" + field + "-error\""));

        read().body("supineWarn", equalTo(14), "version", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"supineWarn, 0", "supineBlock, 28", "caesareanLate, 6", "caesareanLate, 52"})
    void theEdgesOfARangeAreKept(String field, Integer week) {
        form(with(field, week)).statusCode(303);

        read().body(field, equalTo(week));
    }

    @Test
    void aStaleEditSaysWhatStandsNowAndTheNextPressKeepsIt() {
        Map<String, Object> mine = with("supineWarn", 12);
        put(with("caesareanLate", 16)).statusCode(200);

        put(mine)
                .statusCode(409)
                .body("code", equalTo("stale"), "more.currentVersion", equalTo(0))
                .body(
                        "more.differences.find { it.field == 'caesareanLate' }.theirs",
                        equalTo("16"));
        form(mine)
                .statusCode(409)
                .body(containsString("Somebody changed this"), containsString("<td>16</td>"))
                .body(containsString("name=\"version\" value=\"0\""));

        mine.put("version", 0);
        form(mine).statusCode(303);
        read().body("supineWarn", equalTo(12), "caesareanLate", equalTo(12));
        form(mine).statusCode(409);
    }

    @Test
    void eachChangeLeavesAnAuditRowAndARefusedOneNone() {
        long before = audited();

        put(with("supineWarn", 12)).statusCode(200);
        put(with("supineWarn", 99)).statusCode(400);
        put(with("supineWarn", 13)).statusCode(409);

        assertThat(audited()).isEqualTo(before + 1);
    }

    @Test
    void theScreenShowsTheSourceOfEachDefault() {
        String page =
                SignedIn.as(Roles.ADMINISTRATOR)
                        .get("/settings/weeks")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();

        for (WeekSetting setting : WeekSetting.values()) {
            assertThat(page)
                    .contains(setting.label(), "Default " + setting.standard() + ".")
                    .contains("name=\"" + setting.field() + "\"");
        }
        assertThat(page).contains("Mayo Clinic", "HSE Ireland", "/catalog/rules#POS-SUPINE");
    }

    @ParameterizedTest
    @EnumSource(WeekSetting.class)
    void everyWeekHasASourceARuleAndADefaultWithinItsRange(WeekSetting setting) {
        assertThat(setting.sources()).isNotEmpty();
        assertThat(catalog.sources()).containsKeys(setting.sources().toArray(String[]::new));
        assertThat(catalog.rules())
                .extracting(SafetyRule::weekSettings)
                .anyMatch(s -> s.contains(setting));
        assertThat(setting.standard()).isBetween(setting.least(), setting.most());
    }

    @Test
    void theRulesSayWhatThisClinicGoesBy() {
        put(with("supineBlock", 18)).statusCode(200);

        for (String page : new String[] {"/catalog/rules", "/catalog/pelvic-tilt-supine"}) {
            SignedIn.as(Roles.FRONT_DESK)
                    .get(page)
                    .then()
                    .body(containsString(WeekSetting.SUPINE_BLOCK.label() + " 18"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lossEffort, an early loss without surgery, strong effort",
        "lossImpact, an early loss without surgery, running and jumping"
    })
    void aLossAfterWhichNobodyIsWarnedIsNamed(String field, String after, String of) {
        Map<String, Object> weeks = with(field, 0);
        weeks.put("lossEffort", 0);

        put(weeks)
                .statusCode(200)
                .body(
                        "warnings",
                        hasItem("After %s, nobody is warned of %s.".formatted(after, of)));
    }

    @Test
    void onlyTheAdministratorSetsThem() {
        for (String role : new String[] {Roles.FRONT_DESK, Roles.THERAPIST}) {
            SignedIn.as(role).get("/settings/weeks").then().statusCode(403);
            SignedIn.as(role)
                    .contentType(ContentType.JSON)
                    .body(with("supineWarn", 12))
                    .put("/api/v1/week-settings")
                    .then()
                    .statusCode(403);
        }
    }

    /** The defaults but for one; a null field is not sent. */
    private static Map<String, Object> with(String field, Integer week) {
        Map<String, Object> weeks = new HashMap<>();
        for (WeekSetting setting : WeekSetting.values()) {
            weeks.put(setting.field(), setting.standard());
        }
        weeks.put(field, week);
        return weeks;
    }

    private long audited() {
        return (Long)
                database.createNativeQuery(
                                "select count(*) from audit_entry where entity = 'week-settings'")
                        .getSingleResult();
    }

    private static ValidatableResponse read() {
        return SignedIn.as(Roles.THERAPIST).get("/api/v1/week-settings").then().statusCode(200);
    }

    private static ValidatableResponse put(Map<String, Object> weeks) {
        return SignedIn.as(Roles.ADMINISTRATOR)
                .contentType(ContentType.JSON)
                .body(weeks)
                .put("/api/v1/week-settings")
                .then();
    }

    private static ValidatableResponse form(Map<String, Object> weeks) {
        RequestSpecification form = SignedIn.form(SignedIn.as(Roles.ADMINISTRATOR));
        weeks.forEach((name, value) -> form.formParam(name, value == null ? "" : value));
        return form.post("/settings/weeks").then();
    }
}
