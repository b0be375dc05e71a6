package org.ilium.patients.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.PlanDelivery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PatientPagesTest {

    private final String name = SomePatient.name();
    private final String phone = SomePatient.phone();

    @BeforeEach
    void openTheClinic() {
        ClinicFixture.open();
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits", "name", "typo", "birth date"})
    void aCallerIsFoundByWhatSheSays(String way) {
        PatientInfo ada = SomePatient.registered(name, phone);
        String typo = name.charAt(1) + name.substring(0, 1) + name.substring(2);
        String said =
                switch (way) {
                    case "digits" -> phone.substring(5, 8) + "-" + phone.substring(8);
                    case "name" -> name.substring(0, 6) + " dem";
                    case "typo" -> typo;
                    default -> name.substring(0, 3) + " 8/17/1993";
                };

        search(said, false).body(containsString("/patients/" + ada.id()));
        search(said, true)
                .body(containsString("/patients/" + ada.id()), not(containsString("<html")));
    }

    @Test
    void nobodyIsFoundByNothing() {
        search("", false).body(containsString("Start typing"));
        search("zq" + name, false).body(containsString("Nobody found"));
    }

    @Test
    void oneIsRegisteredAndItsDeedIsAudited() {
        Response done = register(name, phone).post("/patients/new");

        assertThat(done.statusCode()).isEqualTo(303);
        UUID id = UUID.fromString(done.header("Location").replaceAll(".*/", ""));
        assertThat(SomePatient.now(id).phone()).isEqualTo(phone);
        assertThat(SomePatient.audited(id)).containsExactly("create patient");
    }

    @Test
    void aLikelyDuplicateIsShownBeforeAnythingIsSaved() {
        PatientInfo ada = SomePatient.registered(name, phone);

        register(name, phone)
                .post("/patients/new")
                .then()
                .statusCode(409)
                .body(containsString("/patients/" + ada.id()))
                .body(containsString("Same phone number"))
                .body(containsString("register anyway"));
        assertThat(SomePatient.patients().search(name)).containsExactly(ada);

        register(name, phone).formParam("confirmed", "true").post("/patients/new");
        assertThat(SomePatient.patients().search(name)).hasSize(2);
    }

    @Test
    void whoIsRenamedIntoSomebodyElseIsShownBeforeAnythingIsSaved() {
        PatientInfo ada = SomePatient.registered(name, phone);
        String other = SomePatient.name();
        PatientInfo bea = SomePatient.registered(other, SomePatient.phone());

        renamed(bea, name)
                .post("/patients/" + bea.id() + "/edit")
                .then()
                .statusCode(409)
                .body(containsString("/patients/" + ada.id()))
                .body(containsString("Nearly the same name"))
                .body(containsString("save anyway"));
        assertThat(SomePatient.now(bea.id())).isEqualTo(bea);
        assertThat(SomePatient.audited(ada.id())).contains("read patient");

        renamed(bea, name)
                .formParam("confirmed", "true")
                .post("/patients/" + bea.id() + "/edit")
                .then()
                .statusCode(303);
        assertThat(SomePatient.now(bea.id()).familyName()).isEqualTo(name);
    }

    private static RequestSpecification renamed(PatientInfo who, String family) {
        return form().formParam("givenName", who.givenName())
                .formParam("familyName", family)
                .formParam("phone", who.phone())
                .formParam("birthDate", String.valueOf(who.birthDate()))
                .formParam("version", who.version());
    }

    @ParameterizedTest
    @CsvSource({
        "birthDate, 30.2.1994",
        "birthDate, 2994-01-01",
        "phone, 12",
        "email, 'a@demo.example\r\nBcc: b@demo.example'",
        "zone, Mars/Olympus"
    })
    void aWrongFieldIsNamedAndNothingIsSaved(String field, String value) {
        RequestSpecification form = form().formParam("familyName", name);
        if (!field.equals("givenName")) {
            form.formParam("givenName", "Demo");
        }

        form.formParam(field, value)
                .post("/patients/new")
                .then()
                .statusCode(400)
                .body(containsString("id=\"" + field + "-error\""), containsString(name));

        assertThat(SomePatient.patients().search(name)).isEmpty();
    }

    @Test
    void aNoteOfAMegabyteIsRefusedByItsName() {
        register(name, phone)
                .formParam("note", "x".repeat(1_000_000))
                .post("/patients/new")
                .then()
                .statusCode(400)
                .body(containsString("id=\"note-error\""));

        assertThat(SomePatient.patients().search(name)).isEmpty();
    }

    @Test
    void aNameIsShownAsText() {
        PatientInfo ada = SomePatient.registered("<b>" + name + "</b>", phone);

        search(name, false)
                .body(containsString("&lt;b&gt;" + name), not(containsString("<b>" + name)));
        for (String page : List.of("/edit", "/episode")) {
            desk().get("/patients/" + ada.id() + page)
                    .then()
                    .body(containsString("&lt;b&gt;" + name), not(containsString("<b>" + name)));
        }
    }

    @Test
    void aStaleEditIsRefusedWithWhatChanged() {
        PatientInfo ada = SomePatient.registered(name, phone);
        String path = "/patients/" + ada.id() + "/edit";
        String other = SomePatient.phone();
        register(name, other).formParam("version", "0").post(path).then().statusCode(303);

        register("Late" + name, phone)
                .formParam("version", "0")
                .post(path)
                .then()
                .statusCode(409)
                .body(containsString("Somebody changed this meanwhile"))
                .body(containsString("<td>" + other + "</td><td>" + phone + "</td>"))
                .body(containsString("name=\"version\" value=\"1\""));

        assertThat(SomePatient.now(ada.id()).familyName()).isEqualTo(name);
        assertThat(SomePatient.audited(ada.id()))
                .containsExactly("read patient", "change patient", "create patient");
    }

    @Test
    void aWrongFieldDoesNotMakeAStaleEditFresh() {
        PatientInfo ada = SomePatient.registered(name, phone);
        String path = "/patients/" + ada.id() + "/edit";
        register(name, phone).formParam("version", "0").post(path);

        register(name, "12")
                .formParam("version", "0")
                .post(path)
                .then()
                .statusCode(400)
                .body(containsString("name=\"version\" value=\"0\""));
    }

    @Test
    void theFullPlanByEmailIsNotChosenWithoutAnAddressAndKeepsTheOneThereIs() {
        PatientInfo ada = SomePatient.registered(name, phone);
        String path = "/patients/" + ada.id() + "/edit";

        plan(ada)
                .formParam("warned", "true")
                .post(path + "/plan-delivery")
                .then()
                .statusCode(400)
                .body(containsString("id=\"planDelivery-error\">The full plan goes by email"))
                .body(containsString("value=\"full-plan\" checked"));
        PatientInfo reached = reached(ada);
        plan(reached)
                .formParam("warned", "true")
                .post(path + "/plan-delivery")
                .then()
                .statusCode(303);
        register(name, phone)
                .formParam("version", SomePatient.now(ada.id()).version())
                .post(path)
                .then()
                .statusCode(400)
                .body(containsString("id=\"email-error\">She gets her full plan by email"));

        assertThat(SomePatient.now(ada.id()).email()).isEqualTo(reached.email());
    }

    /** The same with an email address. */
    private static PatientInfo reached(PatientInfo ada) {
        PatientEntry entry =
                PatientEntry.of(
                        ada.givenName(),
                        ada.familyName(),
                        ada.birthDate(),
                        ada.phone(),
                        ada.familyName() + "@patient.example");
        SomePatient.patients().changeContact(ada.id(), entry, true, ada.version());
        return SomePatient.now(ada.id());
    }

    @Test
    void theFullPlanNeedsItsWarningTicked() {
        PatientInfo ada = reached(SomePatient.registered(name, phone));
        String path = "/patients/" + ada.id() + "/edit/plan-delivery";
        desk().get("/patients/" + ada.id() + "/edit")
                .then()
                .statusCode(200)
                .body(containsString("Email is not private"));

        plan(ada).post(path).then().statusCode(422).body(containsString("id=\"warned-error\""));
        assertThat(SomePatient.now(ada.id()).planDelivery())
                .isEqualTo(PlanDelivery.NOTICE_AND_LINK);
        plan(ada).formParam("warned", "true").post(path).then().statusCode(303);

        assertThat(SomePatient.now(ada.id()).planDelivery()).isEqualTo(PlanDelivery.FULL_PLAN);
        assertThat(SomePatient.audited(ada.id())).contains("choose plan-delivery");
    }

    @Test
    void onlyStaffFindPatients() {
        io.restassured.RestAssured.given()
                .redirects()
                .follow(false)
                .get("/patients")
                .then()
                .statusCode(302)
                .header("Location", containsString("/sign-in"));
        for (String role : Roles.ALL) {
            SignedIn.as(role).get("/patients").then().statusCode(200);
        }
    }

    @Test
    void oneWhoIsNotThereIsNotFound() {
        String nobody = "/patients/" + UUID.randomUUID();

        desk().get(nobody + "/edit").then().statusCode(404);
        desk().get(nobody + "/episode").then().statusCode(404);
        register(name, phone)
                .formParam("version", "0")
                .post(nobody + "/edit")
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse search(String said, boolean htmx) {
        RequestSpecification request = form().formParam("q", said);
        if (htmx) {
            request.header("HX-Request", "true");
        }
        return request.post("/patients").then().statusCode(200);
    }

    private static RequestSpecification register(String familyName, String phone) {
        return form().formParam("givenName", "Demo")
                .formParam("familyName", familyName)
                .formParam("phone", phone);
    }

    private static RequestSpecification plan(PatientInfo seen) {
        return form().formParam("planDelivery", "full-plan").formParam("version", seen.version());
    }

    private static RequestSpecification form() {
        return SignedIn.form(desk());
    }

    private static RequestSpecification desk() {
        return SignedIn.as(Roles.FRONT_DESK);
    }
}
