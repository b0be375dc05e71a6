package org.ilium.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.access.Roles;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.HeardLog;
import org.ilium.fixture.SignedIn;
import org.ilium.shared.database.Trouble;
import org.junit.jupiter.api.Test;

/** The database cannot be asked, or the connection breaks; the program is well. */
@QuarkusTest
class OutageTest {

    @Inject AgroalDataSource pool;
    @Inject EntityManager database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    /** At once, so that all of them together take as long as one of them. */
    @Test
    void withoutAConnectionEveryKindOfRouteSaysSoInItsOwnWay() throws Exception {
        ClinicFixture.open();
        String session = SignedIn.session(Roles.FRONT_DESK).token();
        String form = SignedIn.csrfToken();
        Map<String, Callable<Response>> asked = new LinkedHashMap<>();
        for (String page : List.of("/book", "/a/x", "/p/x", "/r/x", "/sign-in?next=/desk")) {
            asked.put("page " + page, () -> given().get(page));
        }
        asked.put("staff page", () -> SignedIn.withSession(session).get("/desk"));
        asked.put("staff page of nobody", () -> SignedIn.withSession("x").get("/desk"));
        asked.put(
                "fragment",
                () -> SignedIn.withSession(session).header("HX-Request", "true").get("/desk"));
        asked.put(
                "json read",
                () ->
                        given().get(
                                        "/api/v1/availability?service=phone-consult"
                                                + "&from=2030-01-01&to=2030-01-02"));
        asked.put(
                "json staff",
                () ->
                        given().header("Authorization", "Bearer " + session)
                                .get("/api/v1/messages/not-told"));
        asked.put(
                "json write",
                () ->
                        given().contentType(ContentType.JSON)
                                .body(Map.of("email", "a@b.example", "password", "Demo"))
                                .post("/api/v1/sessions"));
        asked.put(
                "sent form",
                () ->
                        withToken(given(), form)
                                .formParam("email", "a@b.example")
                                .formParam("password", "Demo")
                                .post("/sign-in"));

        AgroalConnectionPoolConfiguration settings =
                pool.getConfiguration().connectionPoolConfiguration();
        Duration usual = settings.acquisitionTimeout();
        settings.setAcquisitionTimeout(Duration.ofSeconds(1));
        HeardLog log = new HeardLog();
        Map<String, Response> answers = new LinkedHashMap<>();
        List<Connection> taken = new ArrayList<>();
        ExecutorService callers = Executors.newFixedThreadPool(asked.size());
        try (log) {
            for (int i = 0; i < connections; i++) {
                taken.add(pool.getConnection());
            }
            Map<String, Future<Response>> waiting = new LinkedHashMap<>();
            asked.forEach((name, call) -> waiting.put(name, callers.submit(call)));
            RestAssured.get("/q/health/live").then().statusCode(200);
            for (Map.Entry<String, Future<Response>> one : waiting.entrySet()) {
                answers.put(one.getKey(), one.getValue().get());
            }
        } finally {
            settings.setAcquisitionTimeout(usual);
            callers.shutdown();
            for (Connection connection : taken) {
                connection.close();
            }
        }

        Response signIn = answers.remove("page /sign-in?next=/desk");
        assertThat(signIn.statusCode()).as("needs no database").isEqualTo(200);
        answers.forEach((name, answer) -> isUnavailable(name, answer));
        assertThat(log.thrown()).isEmpty();
        answers.get("page /book").then().body(containsString("Call (312) 555-0100"));
        answers.get("staff page")
                .then()
                .body(not(containsString("Call (312)")))
                .body(containsString("whoever looks after the clinic's server"));
        answers.get("sent form")
                .then()
                .body(containsString("Nothing was saved."))
                .body(not(containsString("Call (312)")))
                .body(containsString("whoever looks after the clinic's server"));
        SignedIn.withSession(session).get("/desk").then().statusCode(200);
    }

    private static void isUnavailable(String name, Response answer) {
        assertThat(answer.statusCode()).as(name).isEqualTo(503);
        answer.then()
                .header("Retry-After", notNullValue())
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", notNullValue());
        String body = answer.asString();
        if (name.startsWith("json")) {
            answer.then()
                    .contentType("application/problem+json")
                    .body("code", equalTo("busy"))
                    .body("status", equalTo(503));
        } else if (name.equals("fragment")) {
            assertThat(body).as(name).contains("role=\"alert\"").doesNotContain("<html");
        } else {
            assertThat(body).as(name).contains("<h1>Too many people at once</h1>");
        }
    }

    @Test
    void aConnectionThatBreaksAtAStatementIsKnownThroughAllLayers() {
        Throwable broken =
                catchThrowable(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () ->
                                                        database.createNativeQuery(
                                                                        "select pg_terminate_backend(pg_backend_pid())")
                                                                .getResultList()));

        assertThat(Trouble.of(broken)).isEqualTo(Trouble.AWAY);
        assertThat(Trouble.atCommit(broken)).isFalse();
    }

    @Test
    void aConnectionThatBreaksAtTheCommitLeavesItOpenWhetherItWasSaved() {
        HeardLog log = new HeardLog();
        Throwable broken;
        try (log) {
            broken =
                    catchThrowable(
                            () -> QuarkusTransaction.requiringNew().run(this::writeAndEndIt));
        }

        assertThat(Trouble.of(broken)).isEqualTo(Trouble.AWAY);
        assertThat(Trouble.atCommit(broken)).isTrue();
        assertThat(OutageWords.of(Trouble.AWAY, true, true)).isEqualTo(OutageWords.UNSURE);
        assertThat(log.thrown()).isEmpty();
    }

    private void writeAndEndIt() {
        Object pid =
                database.createNativeQuery("select pg_backend_pid()", Integer.class)
                        .getSingleResult();
        database.createNativeQuery("create temp table gone on commit drop as select 1")
                .executeUpdate();
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.createNativeQuery(
                                                "select pg_terminate_backend(:pid, 5000)")
                                        .setParameter("pid", pid)
                                        .getSingleResult());
    }

    private static RequestSpecification withToken(RequestSpecification request, String token) {
        return request.cookie(SignedIn.CSRF_COOKIE, token)
                .contentType(ContentType.URLENC)
                .formParam(SignedIn.CSRF_COOKIE, token)
                .redirects()
                .follow(false);
    }
}
