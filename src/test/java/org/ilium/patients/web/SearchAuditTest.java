package org.ilium.patients.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.ilium.access.OpenedSession;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever searches is shown identities: one row says who looked and whom she saw. */
@QuarkusTest
class SearchAuditTest {

    @Inject EntityManager database;

    private final String name = SomePatient.name();
    private OpenedSession desk;
    private ClinicFixture clinic;

    @BeforeEach
    void twoOfOneNameAndSomebodyAtTheDesk() {
        clinic = ClinicFixture.open();
        SomePatient.registered(name, SomePatient.phone());
        SomePatient.registered(name, SomePatient.phone());
        desk = SignedIn.session(Roles.FRONT_DESK);
    }

    @Test
    void aSearchThroughTheApiLeavesOneRow() {
        SignedIn.withSession(desk.token())
                .contentType(ContentType.JSON)
                .body(Map.of("q", name))
                .post("/api/v1/patients/searches")
                .then()
                .statusCode(200);

        assertThat(rows()).containsExactly("search patient 2");
    }

    @Test
    void aSearchOnThePatientsPageLeavesOneRow() {
        typed("/patients");

        assertThat(rows()).containsExactly("search patient 2");
    }

    @Test
    void aSearchAtTheDeskLeavesOneRow() {
        typed("/desk/callers");

        assertThat(rows()).containsExactly("search patient 2");
    }

    @Test
    void aSearchForABookingsChartLeavesOneRow() {
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));

        typed("/desk/appointments/" + booked.id() + "/charts");

        assertThat(rows()).contains("search patient 2");
    }

    @Test
    void likelyDuplicatesAtTheDeskLeaveARowEach() {
        SignedIn.form(SignedIn.withSession(desk.token()))
                .header("HX-Request", "true")
                .formParam("givenName", "Demo")
                .formParam("familyName", name)
                .post("/desk/callers/new")
                .then()
                .statusCode(409);

        assertThat(rows()).containsExactly("read contact null", "read contact null");
    }

    @Test
    void aSearchThatFindsNobodyReadsNobody() {
        SignedIn.form(SignedIn.withSession(desk.token()))
                .header("HX-Request", "true")
                .formParam("q", "qqzzxxqqzz")
                .post("/desk/callers")
                .then()
                .statusCode(200);

        assertThat(rows()).isEmpty();
    }

    @Test
    void whatWasTypedIsNotKept() {
        typed("/desk/callers");

        Object kept =
                database.createNativeQuery(
                                "select string_agg(cast(e as text), '') from audit_entry e")
                        .getSingleResult();
        assertThat((String) kept).doesNotContainIgnoringCase(name);
    }

    private void typed(String path) {
        SignedIn.form(SignedIn.withSession(desk.token()))
                .header("HX-Request", "true")
                .formParam("q", name)
                .post(path)
                .then()
                .statusCode(200);
    }

    /** What this member of staff did, oldest first. */
    @SuppressWarnings("unchecked")
    private List<String> rows() {
        return database.createNativeQuery(
                        "select concat(action, ' ', entity, ' ',"
                                + " coalesce(cast(cardinality(patients) as text), 'null')) from audit_entry where account_id = :id order by id",
                        String.class)
                .setParameter("id", desk.staff().id())
                .getResultList();
    }
}
