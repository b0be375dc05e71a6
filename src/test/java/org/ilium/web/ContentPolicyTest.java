package org.ilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ilium.access.Roles;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.Test;

/** What a browser may load and run is said once with every answer, and is the same everywhere. */
@QuarkusTest
class ContentPolicyTest {

    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'self'";

    @Test
    void styleAndScriptComeFromOurFilesAlone() {
        ClinicFixture clinic = ClinicFixture.open();
        String desk = SignedIn.session(Roles.FRONT_DESK).token();
        Map<String, Response> answers = new LinkedHashMap<>();
        answers.put("public page", RestAssured.get("/"));
        answers.put("sign-in", RestAssured.get("/sign-in"));
        answers.put("staff page", SignedIn.withSession(desk).get("/desk/" + clinic.day()));
        answers.put(
                "fragment",
                SignedIn.withSession(desk)
                        .header("HX-Request", "true")
                        .get("/desk/" + clinic.day() + "/board"));
        answers.put("API", RestAssured.get("/api/v1/practitioners"));
        answers.put("style", RestAssured.get("/ilium.css"));
        answers.put("redirect", RestAssured.given().redirects().follow(false).get("/desk"));
        answers.put("no such page", RestAssured.get("/nowhere"));
        answers.put("not allowed", SignedIn.withSession(desk).get("/settings"));
        answers.put("no such call", RestAssured.get("/api/v1/nowhere"));
        answers.put("a form without its token", RestAssured.given().post("/sign-in"));
        answers.put(
                "a form that cannot be read",
                RestAssured.given().contentType(ContentType.URLENC).body("%").post("/sign-in"));
        answers.put(
                "a call that cannot be read",
                RestAssured.given().contentType(ContentType.JSON).body("{").post("/api/v1/holds"));

        assertThat(answers.get("public page").statusCode()).isEqualTo(200);
        assertThat(answers.get("staff page").statusCode()).isEqualTo(200);
        assertThat(answers.get("API").statusCode()).isEqualTo(200);
        assertThat(answers.get("no such page").statusCode()).isEqualTo(404);
        assertThat(answers.get("not allowed").statusCode()).isEqualTo(403);
        answers.forEach(
                (name, answer) -> {
                    assertThat(answer.headers().getValues("Content-Security-Policy"))
                            .as(name)
                            .containsExactly(POLICY);
                    assertThat(answer.headers().hasHeaderWithName("Strict-Transport-Security"))
                            .as("over plain http, " + name)
                            .isFalse();
                });
        // without words of its own for style, the default holds for it
        assertThat(POLICY).doesNotContain("style-src", "script-src", "unsafe-inline");
    }
}
