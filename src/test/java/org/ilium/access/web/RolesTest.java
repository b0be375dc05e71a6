package org.ilium.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.OpenedSession;
import org.ilium.access.Roles;
import org.ilium.access.Staff;
import org.ilium.access.StaffAccounts;
import org.ilium.access.StaffSessions;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator changes what somebody may do. */
@QuarkusTest
class RolesTest {

    @Inject StaffAccounts accounts;
    @Inject StaffSessions sessions;
    @Inject EntityManager database;

    private OpenedSession administrator;
    private OpenedSession bea;

    @BeforeEach
    void twoAccounts() {
        Staff ada =
                accounts.createWithPassword(
                                UUID.randomUUID() + "@staff.example",
                                "Demo Ada",
                                Set.of(Roles.ADMINISTRATOR),
                                "a long enough password")
                        .orThrow();
        administrator = sessions.open(ada.id());
        bea = SignedIn.session(Roles.FRONT_DESK);
    }

    @Test
    void sheWhoIsSignedInHasTheNewRolesAtOnceAndTheChangeIsAudited() {
        SignedIn.withSession(bea.token()).get("/therapist").then().statusCode(403);

        change(bea.staff(), bea.staff().version(), Roles.THERAPIST)
                .statusCode(303)
                .header("Location", endsWith("/settings/staff"));

        assertThat(roles(bea)).containsExactly(Roles.THERAPIST);
        SignedIn.withSession(bea.token()).get("/reviews/queue").then().statusCode(403);
        assertThat(
                        SignedIn.withSession(bea.token())
                                .get("/mail/preview/programs/" + UUID.randomUUID())
                                .statusCode())
                .isEqualTo(404);
        assertThat(audited(bea)).isEqualTo(1);
    }

    @Test
    void aSoloOwnerGivesHerselfEveryRole() {
        change(
                        administrator.staff(),
                        administrator.staff().version(),
                        Roles.ALL.toArray(String[]::new))
                .statusCode(303);

        assertThat(roles(administrator)).containsExactlyInAnyOrderElementsOf(Roles.ALL);
        SignedIn.withSession(administrator.token()).get("/settings/staff").then().statusCode(200);
    }

    @Test
    void oneWhoTakesTheAdministratorsRoleFromHerselfLeavesTheSettings() {
        accounts.createWithPassword(
                        UUID.randomUUID() + "@staff.example",
                        "Demo Cleo",
                        Set.of(Roles.ADMINISTRATOR),
                        "a long enough password")
                .orThrow();

        change(administrator.staff(), administrator.staff().version(), Roles.FRONT_DESK)
                .statusCode(303)
                .header("Location", endsWith("/welcome"));

        SignedIn.withSession(administrator.token()).get("/settings/staff").then().statusCode(403);
    }

    @Test
    void aStaleChangeIsRefusedAndWhatWasTickedStaysSo() {
        int version = bea.staff().version();
        change(bea.staff(), version, Roles.THERAPIST).statusCode(303);

        change(bea.staff(), version, Roles.ADMINISTRATOR)
                .statusCode(409)
                .body(
                        allOf(
                                containsString("roles-error-" + bea.staff().id()),
                                containsString("Somebody changed this account meanwhile")));

        assertThat(roles(bea)).containsExactly(Roles.THERAPIST);
        assertThat(audited(bea)).isEqualTo(1);
    }

    @Test
    void noneOrAMadeUpRoleIsRefused() {
        change(bea.staff(), bea.staff().version()).statusCode(422);
        change(bea.staff(), bea.staff().version(), "owner")
                .statusCode(422)
                .body(containsString("Choose at least one role."));

        assertThat(roles(bea)).containsExactly(Roles.FRONT_DESK);
        assertThat(audited(bea)).isZero();
    }

    @Test
    void anUnknownAccountIsNotFound() {
        SignedIn.form(SignedIn.withSession(administrator.token()))
                .formParam("roles", Roles.FRONT_DESK)
                .post("/settings/staff/" + UUID.randomUUID() + "/roles")
                .then()
                .statusCode(404);
    }

    @Test
    void everythingWrongWithAnInviteIsNamedAtOnce() {
        SignedIn.form(SignedIn.withSession(administrator.token()))
                .formParam("name", " ")
                .formParam("email", "no address")
                .post("/settings/staff")
                .then()
                .statusCode(422)
                .body(
                        allOf(
                                containsString("id=\"name-error\""),
                                containsString("id=\"email-error\""),
                                containsString("id=\"roles-error\"")));
    }

    private ValidatableResponse change(Staff staff, int version, String... roles) {
        return SignedIn.form(SignedIn.withSession(administrator.token()))
                .formParam("version", version)
                .formParam("roles", (Object[]) roles)
                .post("/settings/staff/" + staff.id() + "/roles")
                .then();
    }

    private Set<String> roles(OpenedSession whose) {
        return accounts.find(whose.staff().id()).orElseThrow().roles();
    }

    private long audited(OpenedSession whose) {
        return (Long)
                database.createNativeQuery(
                                "select count(*) from audit_entry where entity_id = :id"
                                        + " and action = 'change-roles' and account_id = :by")
                        .setParameter("id", whose.staff().id())
                        .setParameter("by", administrator.staff().id())
                        .getSingleResult();
    }
}
