package org.ilium.patients.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.PatientInfo;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Saving again after somebody was faster undoes nothing that one did not touch. */
@QuarkusTest
class LateEditTest {

    private final String name = SomePatient.name();
    private String as = Roles.FRONT_DESK;
    private PatientInfo ada;

    @BeforeEach
    void register() {
        ada = SomePatient.registered(name, SomePatient.phone());
    }

    @Test
    void anotherFieldThatSomebodyChangedMeanwhileStaysChanged() {
        Map<String, String> form = opened("/edit", PatientForm.of(ada).values());
        String phone = SomePatient.phone();
        somebodyChanges(phone, ada.email());

        form.put("email", "late@example.org");
        Response late = send("/edit", form);

        late.then()
                .statusCode(409)
                .body(
                        allOf(
                                containsString("value=\"" + phone + "\""),
                                containsString("value=\"late@example.org\""),
                                containsString("They do not clash"),
                                not(containsString("You entered")),
                                not(containsString(ada.phone()))));

        form.put("phone", value(late, "phone"));
        form.put("loaded", value(late, "loaded"));
        form.put("version", value(late, "version"));
        send("/edit", form).then().statusCode(303);

        assertThat(SomePatient.now(ada.id()).phone()).isEqualTo(phone);
        assertThat(SomePatient.now(ada.id()).email()).isEqualTo("late@example.org");
    }

    @Test
    void onlyWhatBothChangedIsListed() {
        Map<String, String> form = opened("/edit", PatientForm.of(ada).values());
        somebodyChanges(SomePatient.phone(), "theirs@example.org");

        form.put("email", "hers@example.org");
        send("/edit", form)
                .then()
                .statusCode(409)
                .body(
                        allOf(
                                containsString(
                                        "<td>theirs@example.org</td><td>hers@example.org</td>"),
                                containsString("value=\"hers@example.org\""),
                                not(containsString("<th scope=\"row\">Phone"))));
    }

    @Test
    void aWrongFieldForgetsNotHowTheFormBegan() {
        Map<String, String> form = opened("/edit", PatientForm.of(ada).values());
        somebodyChanges(SomePatient.phone(), null);

        form.put("email", "nonsense");
        Response wrong = send("/edit", form);

        wrong.then().statusCode(400);
        assertThat(value(wrong, "loaded")).isEqualTo(form.get("loaded"));
    }

    @Test
    void aConditionTickedMeanwhileStaysTicked() {
        EpisodeInfo begun = record(Set.of(), null);
        as = Roles.THERAPIST;
        Map<String, String> form = opened("/episode", Map.of());
        record(Set.of(Condition.PLACENTA_PREVIA), begun.version());

        form.put("stage", "pregnant");
        form.put("dueDate", String.valueOf(begun.dueDate()));
        form.put("birthMode", begun.birthMode().code());
        form.put("plurality", "1");
        form.put("reason", "Upper back");
        send("/episode", form)
                .then()
                .statusCode(409)
                .body(
                        allOf(
                                containsString(
                                        "value=\""
                                                + Condition.PLACENTA_PREVIA.code()
                                                + "\" checked"),
                                containsString("value=\"Upper back\""),
                                not(containsString("You entered"))));
    }

    private EpisodeInfo record(Set<Condition> conditions, Integer seen) {
        return SomePatient.patients()
                .recordEpisode(
                        ada.id(),
                        new EpisodeEntry(
                                Stage.PREGNANT,
                                LocalDate.now(Clock.systemUTC()).plusDays(100),
                                null,
                                BirthMode.UNKNOWN,
                                1,
                                conditions,
                                null,
                                null),
                        seen)
                .orThrow();
    }

    private void somebodyChanges(String phone, String email) {
        SomePatient.patients()
                .changeContact(
                        ada.id(),
                        PatientEntry.of(
                                ada.givenName(), ada.familyName(), ada.birthDate(), phone, email),
                        true,
                        ada.version());
    }

    /** The values, and what the page's form carries along. */
    private Map<String, String> opened(String page, Map<String, String> values) {
        Response opened = staff().get("/patients/" + ada.id() + page);
        Map<String, String> form = new LinkedHashMap<>(values);
        form.put("loaded", value(opened, "loaded"));
        form.put("version", value(opened, "version"));
        return form;
    }

    private Response send(String page, Map<String, String> form) {
        return SignedIn.form(staff()).formParams(form).post("/patients/" + ada.id() + page);
    }

    private static String value(Response page, String field) {
        return new XmlPath(XmlPath.CompatibilityMode.HTML, page.asString())
                .getString("**.find { it.@name == '" + field + "' }.@value");
    }

    private RequestSpecification staff() {
        return SignedIn.as(as);
    }
}
