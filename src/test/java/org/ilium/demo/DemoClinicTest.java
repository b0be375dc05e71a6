package org.ilium.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.ilium.access.DemoAccounts;
import org.ilium.access.OpenedSession;
import org.ilium.access.StaffAccounts;
import org.ilium.access.StaffSessions;
import org.ilium.booking.changes.CollidingVisits;
import org.ilium.fixture.SignedIn;
import org.ilium.reviews.ReviewCounts;
import org.ilium.reviews.Reviews;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DemoProfile.class)
class DemoClinicTest {

    @Inject EntityManager database;
    @Inject Reviews reviews;
    @Inject StaffAccounts accounts;
    @Inject StaffSessions sessions;
    @Inject DemoStart start;
    @Inject CollidingVisits colliding;

    @Test
    void everyPatientIsCalledDemo() {
        assertThat(count("select count(*) from patient")).isEqualTo(25);
        assertThat(count("select count(*) from patient where given_name not like 'Demo %'"))
                .isZero();
    }

    @Test
    void todaysBoardIsFullAndThePastIsOver() {
        assertThat(
                        count(
                                "select count(*) from appointment where (starts at time zone"
                                        + " 'America/Chicago')::date = (now() at time zone"
                                        + " 'America/Chicago')::date"))
                .isGreaterThanOrEqualTo(12);
        assertThat(
                        count(
                                "select count(*) from appointment where ends < now() - interval"
                                        + " '1 hour' and status in ('booked', 'arrived',"
                                        + " 'in-progress', 'held')"))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from appointment where starts > now() + interval '2 days'"))
                .isPositive();
    }

    @Test
    void everyVisitLiesInHoursThatAreKept() {
        assertThat(colliding.count()).isZero();
    }

    @Test
    void nothingIsEnteredAsHappeningLaterThanNow() {
        assertThat(count("select count(*) from audit_entry where at > now() + interval '1 minute'"))
                .isZero();
    }

    @Test
    void aBookingAPlanAndAReviewAskAreLeftToBeSentAndNothingElse() {
        assertThat(count("select count(*) from outbox_message")).isGreaterThan(50);
        String waiting = " from outbox_message where status <> 'sent'";
        assertThat(count("select count(*)" + waiting)).isEqualTo(2);
        assertThat(count("select count(distinct kind)" + waiting)).isEqualTo(2);
        assertThat(
                        count(
                                "select count(*) from review_invitation where asked_at is null and"
                                        + " excluded_reason is null and due_at <= now()"))
                .isEqualTo(1);
        assertThat(count("select count(*) from local_mail")).isZero();
    }

    @Test
    void somePlansAreSentAndSomeAreDrafts() {
        assertThat(count("select count(*) from program where status = 'active'")).isPositive();
        assertThat(count("select count(*) from program where status = 'draft'")).isPositive();
    }

    @Test
    void noProgramIsOfAnotherTimeThanItsPatients() {
        assertThat(
                        count(
                                "select count(*) from program p join episode_of_care e on"
                                        + " e.patient_id = p.patient_id where p.title = 'First week"
                                        + " after birth' and e.stage = 'pregnant'"))
                .isZero();
    }

    @Test
    void theCountsOfReviewsAddUp() {
        ReviewCounts counts = reviews.counts();

        assertThat(counts.shown()).isPositive();
        assertThat(counts.withheld()).isPositive();
        assertThat(counts.keptPrivate()).isPositive();
        assertThat(counts.shown() + counts.withheld() + counts.waiting() + counts.keptPrivate())
                .isEqualTo(counts.written());
        assertThat(counts.written()).isLessThanOrEqualTo(counts.asked());
    }

    @Test
    void aSecondStartAddsNothing() {
        long before = count("select count(*) from appointment");

        start.atStart(null);

        assertThat(count("select count(*) from appointment")).isEqualTo(before);
    }

    @Test
    void theTherapistSeesHerDayAndAChart() {
        String day =
                SignedIn.withSession(session("therapist"))
                        .get("/therapist")
                        .then()
                        .statusCode(200)
                        .body(containsString("Demo "))
                        .extract()
                        .asString();

        assertThat(day).contains("/patients/");
    }

    @Test
    void startingOverBringsEverythingBackAndEndsTheSessions() {
        String session = session("desk");
        long patients = count("select count(*) from patient");

        SignedIn.withSession(session).get("/dev/reset").then().statusCode(200);
        SignedIn.form(SignedIn.withSession(session))
                .post("/dev/reset")
                .then()
                .statusCode(303)
                .header("Location", containsString("/sign-in"));

        assertThat(count("select count(*) from patient")).isEqualTo(patients);
        assertThat(count("select count(*) from staff_session")).isZero();
        given().get("/").then().statusCode(200).body(containsString("Demo Meadow"));
    }

    private String session(String name) {
        OpenedSession opened =
                sessions.open(accounts.findByEmail(name + DemoAccounts.DOMAIN).orElseThrow().id());
        return opened.token();
    }

    private long count(String query) {
        return ((Number) database.createNativeQuery(query).getSingleResult()).longValue();
    }
}
