package org.ilium.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.web.LateForm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two who write a note at the same time lose no text. */
@QuarkusTest
class DeskNoteTest {

    @Inject Appointments appointments;
    @Inject AppointmentChanges changes;

    private AppointmentDetails seen;

    @BeforeEach
    void open() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        ClinicFixture clinic = ClinicFixture.open();
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        seen = changes.note(booked.id(), booked.version(), "Parks behind").orThrow();
    }

    @Test
    void theFormSaysHowItBegan() {
        SignedIn.as(Roles.FRONT_DESK)
                .get("/desk/appointments/" + seen.id())
                .then()
                .body(
                        containsString(
                                "name=\"loaded\" value=\"{&quot;note&quot;:&quot;Parks behind&quot;}\""));
    }

    @Test
    void theSecondSeesHerTextBesideWhatStandsNow() {
        changes.note(seen.id(), seen.version(), "Parks in front").orThrow();

        note("Brings her <mother>")
                .statusCode(409)
                .body(
                        allOf(
                                containsString("<dd class=\"typed\">Parks in front"),
                                containsString("<dd class=\"typed\">Brings her &lt;mother&gt;"),
                                containsString("Brings her &lt;mother&gt;</textarea>")));

        assertThat(now().note()).isEqualTo("Parks in front");
    }

    @Test
    void herTextStaysWhenSomethingElseWasChanged() {
        changes.cancelByStaff(seen.id(), seen.version(), ClinicFixture.BY_CLINIC).orThrow();

        note("Brings her mother")
                .statusCode(409)
                .body(
                        allOf(
                                containsString("is now “Cancelled”"),
                                containsString("What you typed is still here"),
                                containsString("Brings her mother</textarea>")));
    }

    @Test
    void aNoteSheDidNotTouchIsNotPutBack() {
        changes.note(seen.id(), seen.version(), "Parks in front").orThrow();

        note("Parks behind")
                .statusCode(409)
                .body(
                        allOf(
                                containsString("Parks in front</textarea>"),
                                not(containsString("You typed"))));
    }

    private ValidatableResponse note(String typed) {
        return SignedIn.form(SignedIn.as(Roles.FRONT_DESK))
                .header("HX-Request", "true")
                .formParam("version", seen.version())
                .formParam("seen", DeskSeen.of(seen))
                .formParam("loaded", LateForm.loaded(Map.of("note", "Parks behind")))
                .formParam("note", typed)
                .post("/desk/appointments/" + seen.id() + "/note")
                .then();
    }

    private AppointmentDetails now() {
        return appointments.details(seen.id()).orElseThrow();
    }
}
