package org.ilium.reviews;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.LinkOutcome;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.ReceivedMail;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.SmtpServer;
import org.ilium.fixture.TestClock;
import org.ilium.messages.Deliveries;
import org.ilium.messages.MailStatus;
import org.ilium.messages.OutboxDesk;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.programs.DemoPatients;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking for a review, and the way out of being asked. */
@QuarkusTest
@WithTestResource(SmtpServer.class)
class ReviewMailTest {

    @Inject OutboxDesk desk;
    @Inject Deliveries deliveries;
    @Inject PatientLinks links;
    @Inject Patients patients;
    @Inject DemoPatients demo;
    @Inject Event<ReviewInvited> invited;
    @Inject TestClock clock;

    UUID patient;
    UUID invitation;

    @BeforeEach
    void aVisitToAskAbout() {
        ClinicFixture clinic = ClinicFixture.open();
        patient = demo.withoutEpisode();
        SignedIn.inThisTest(Roles.THERAPIST);
        desk.clear();
        AppointmentDetails visit = clinic.bookedFor(patient, clinic.at("10:00"));
        invitation = desk.invitation(visit.info());
        desk.clear();
        SmtpServer.up();
        SmtpServer.empty();
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void anAskCarriesItsLinkAndAWayOutInOnePress() {
        ask();

        ReceivedMail mail = onlyMail();
        assertThat(mail.subject()).isEqualTo("How was your visit to Demo Clinic?");
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.header("List-Unsubscribe"))
                .startsWith("<http")
                .contains(mail.link("/unsubscribe/"))
                .endsWith(">");
        assertThat(links.open(LinkKind.REVIEW, mail.link("/r/").substring(3)))
                .isInstanceOfSatisfying(
                        LinkOutcome.Opened.class,
                        link -> assertThat(link.subjectId()).isEqualTo(invitation));
    }

    @Test
    void openingTheWayOutChangesNothing() {
        ask();

        given().get(onlyMail().link("/unsubscribe/")).then().statusCode(200);

        assertThat(patient().reviewAsks()).isTrue();
    }

    @Test
    void aMailboxUnsubscribesInOneRequestWithoutCookies() {
        ask();

        for (int i = 0; i < 2; i++) {
            given().contentType(ContentType.URLENC)
                    .body("List-Unsubscribe=One-Click")
                    .redirects()
                    .follow(false)
                    .post(onlyMail().link("/unsubscribe/"))
                    .then()
                    .statusCode(200);
        }

        assertThat(patient().reviewAsks()).isFalse();
    }

    @Test
    void theWayOutStaysOpenAfterTheLinkHasRunOut() {
        ask();
        clock.advance(Duration.ofDays(31));

        given().contentType(ContentType.URLENC)
                .body("List-Unsubscribe=One-Click")
                .post(onlyMail().link("/unsubscribe/"))
                .then()
                .statusCode(200);

        assertThat(patient().reviewAsks()).isFalse();
    }

    @Test
    void aForeignLinkUnsubscribesNobody() {
        given().contentType(ContentType.URLENC)
                .body("List-Unsubscribe=One-Click")
                .post("/unsubscribe/nobodys-link-nobodys-link")
                .then()
                .statusCode(404);
        given().get("/unsubscribe/nobodys-link-nobodys-link").then().statusCode(404);

        assertThat(patient().reviewAsks()).isTrue();
    }

    @Test
    void whosePregnancyEndedWhileTheAskWaitedIsNotAsked() {
        invite();
        record(Stage.PREGNANT);
        record(Stage.NEITHER);

        desk.sendDue();

        assertThat(SmtpServer.received()).isEmpty();
    }

    private void record(Stage stage) {
        EpisodeEntry entry =
                new EpisodeEntry(stage, null, null, BirthMode.UNKNOWN, 1, Set.of(), null, null);
        Integer seen = patients.openEpisode(patient).map(EpisodeInfo::version).orElse(null);
        patients.recordEpisode(patient, entry, seen).orThrow();
    }

    @Test
    void whoUnsubscribedWhileTheAskWaitedIsNotAsked() {
        invite();
        patients.stopReviewAsks(patient);

        desk.sendDue();

        assertThat(SmtpServer.received()).isEmpty();
        assertThat(deliveries.newest(1).get(0).status()).isEqualTo(MailStatus.DROPPED);
    }

    private void ask() {
        invite();
        desk.sendDue();
    }

    private void invite() {
        QuarkusTransaction.requiringNew().run(() -> invited.fire(new ReviewInvited(invitation)));
    }

    private PatientInfo patient() {
        return patients.find(patient).orElseThrow();
    }

    private static ReceivedMail onlyMail() {
        assertThat(SmtpServer.received()).hasSize(1);
        return new ReceivedMail(SmtpServer.received().get(0));
    }
}
