package org.ilium.access.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.HeardLog;
import org.ilium.fixture.SignedIn;
import org.ilium.shared.database.DatabaseWatch;
import org.ilium.shared.database.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database says that it can only be read, as hosts set one whose disk is full. */
@QuarkusTest
class WritingStoppedTest {

    private static final String EARLIER =
            """
            select count(*) from pg_stat_activity
             where datname = current_database() and backend_type = 'client backend'
               and application_name = current_setting('application_name')
               and backend_start <= '%s'""";

    @Inject AgroalDataSource pool;
    @Inject DatabaseWatch watch;

    @AfterEach
    void writeAgain() throws Exception {
        setReadOnly(false);
        while (!watch.mayWrite()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void everythingCanBeReadAndNothingIsHalfSaved() throws Exception {
        ClinicFixture clinic = ClinicFixture.open();
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        String session = SignedIn.session(Roles.ALL.toArray(String[]::new)).token();
        String form = SignedIn.csrfToken();
        stop();

        HeardLog log = new HeardLog();
        try (log) {
            for (Route route : Route.declared()) {
                if (route.isReading()) {
                    int status = SignedIn.withSession(session).get(route.example()).statusCode();
                    assertThat(status).as(route.toString()).isLessThan(500);
                }
            }
            SignedIn.withSession(session).get("/desk").then().statusCode(200);
            SignedIn.withSession(session)
                    .header("Authorization", "Bearer " + session)
                    .get("/api/v1/appointments/" + booked.id())
                    .then()
                    .statusCode(200);
            withToken(SignedIn.withSession(session), form)
                    .formParam("q", "Demo Ada")
                    .post("/patients")
                    .then()
                    .statusCode(200);
        }
        assertThat(log.of("org.ilium.audit"))
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .contains("read", "appointment", booked.id().toString())
                                        .doesNotContain("Ada"));
        assertThat(log.thrown()).isEmpty();
        refusesToSave(form, clinic);
    }

    private void refusesToSave(String form, ClinicFixture clinic) {
        Response signIn =
                withToken(given(), form)
                        .formParam("email", "desk@clinic.example")
                        .formParam("password", "Demo")
                        .post("/sign-in");
        signIn.then()
                .statusCode(503)
                .header("Retry-After", "60")
                .body(containsString("<h1>Nothing can be saved right now</h1>"));
        withToken(given().header("HX-Request", "true"), form)
                .formParam("email", "desk@clinic.example")
                .formParam("password", "Demo")
                .post("/sign-in")
                .then()
                .statusCode(503)
                .body(containsString("Nothing was saved."))
                .body(not(containsString("<html")));
        given().contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "service", "phone-consult",
                                "practitionerId", clinic.practitioner().id(),
                                "start", clinic.at("11:00").toString()))
                .post("/api/v1/holds")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("code", equalTo("read-only"));
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body(containsString("The database takes no changes"));
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void aTransactionThatMayNotWriteIsKnownWhenPostgresSaysSo() throws Exception {
        String email = UUID.randomUUID() + "@staff.example";
        setReadOnly(true);
        letGoOfEarlierConnections();
        // nobody knows yet: PostgreSQL itself refuses what is written
        assertThat(watch.mayWrite()).isTrue();
        given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", "Demo"))
                .post("/api/v1/sessions")
                .then()
                .statusCode(503)
                .body("code", equalTo("read-only"));
        assertThat(watch.mayWrite()).isFalse();

        writeAgain();

        given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", "Demo"))
                .post("/api/v1/sessions")
                .then()
                .statusCode(401);
        given().get("/q/health/ready").then().statusCode(200);
    }

    private void stop() throws SQLException {
        setReadOnly(true);
        watch.met(Trouble.READ_ONLY, new SQLException("", "25006"));
    }

    /** Holds for connections that are made from now on, as those are that try to write. */
    private void setReadOnly(boolean readOnly) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = off");
            statement.execute(
                    "do $$ begin execute format('alter database %I set"
                            + " default_transaction_read_only = "
                            + (readOnly ? "on" : "off")
                            + "', current_database()); end $$");
        }
    }

    /** They were made when it could still be written to. */
    private void letGoOfEarlierConnections() throws SQLException {
        String now = ask("select now()::text");
        pool.flush(AgroalDataSource.FlushMode.GRACEFUL);
        while (!ask(EARLIER.formatted(now)).equals("0")) {
            Thread.onSpinWait();
        }
    }

    private String ask(String question) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static RequestSpecification withToken(RequestSpecification request, String token) {
        return request.cookie(SignedIn.CSRF_COOKIE, token)
                .contentType(ContentType.URLENC)
                .formParam(SignedIn.CSRF_COOKIE, token)
                .redirects()
                .follow(false);
    }
}
