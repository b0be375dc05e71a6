package org.ilium.site.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Set;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.ClinicProfile;
import org.ilium.site.Articles;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublicPagesTest {

    @Inject ClinicDirectory directory;
    @Inject Articles articles;

    @Test
    void theClinicPageOffersTheCallAndTheArticles() {
        setUp("Demo Test Clinic");

        given().get("/")
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .body(containsString("href=\"/book\">Talk to a women's-health PT on the phone"))
                .body(containsString("/articles/when-to-see-a-professional"))
                .body(containsString("Is upper back pain normal"));
    }

    @Test
    void whatTheClinicWroteIsShownAsText() {
        setUp("Demo <script>alert(1)</script>");

        given().get("/")
                .then()
                .body(not(containsString("<script>alert")))
                .body(containsString("&lt;script&gt;alert"));
    }

    @Test
    void aTherapistIsShownWithHerProfile() {
        setUp("Demo Test Clinic");
        directory.add("Demo Quinn", "PT, DPT", "Made up for this test.", null, Set.of());

        given().get("/")
                .then()
                .body(containsString("Demo Quinn"))
                .body(containsString("PT, DPT"))
                .body(containsString("Made up for this test."));
    }

    @Test
    void everyArticleHasAPageThatSaysItIsADraft() {
        articles.all()
                .forEach(
                        article ->
                                given().get("/articles/" + article.slug())
                                        .then()
                                        .statusCode(200)
                                        .body("html.body.main.article.h1", equalTo(article.title()))
                                        .body(
                                                containsString(
                                                        "Draft: to be signed off by a licensed"
                                                                + " therapist.")));
    }

    @Test
    void anArticleShowsTheCatalogsOwnSteps() {
        given().get("/articles/stretches-and-exercises")
                .then()
                .body(containsString("Cat-cow stretch"))
                .body(containsString("hands and knees with hands under shoulders"));
    }

    @Test
    void theStopSignsAreTheRuleFiles() {
        given().get("/articles/when-to-see-a-professional")
                .then()
                .body(containsString("call emergency services if you have chest pain"))
                .body(containsString("baby moves less than usual"));
    }

    @Test
    void anUnknownArticleIsADesignedNotFound() {
        given().get("/articles/no-such-thing")
                .then()
                .statusCode(404)
                .body(containsString("We could not find that article"))
                .body(containsString("/articles/what-helps-at-home"));
    }

    private void setUp(String name) {
        directory.save(
                new ClinicProfile(
                        name,
                        "Demo",
                        "Demo",
                        "+12025550143",
                        null,
                        "1 Made-up Lane",
                        ZoneId.of("America/Chicago"),
                        null,
                        true));
    }
}
