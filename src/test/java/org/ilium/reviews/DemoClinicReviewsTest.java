package org.ilium.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.changes.AppointmentProgress;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.clinic.WorkingHours;
import org.ilium.demo.DemoProfile;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DemoProfile.Used.class)
class DemoClinicReviewsTest {

    @Inject DemoReviews demo;
    @Inject Reviews reviews;
    @Inject DueInvitations due;

    // what only the fixture uses would not be there under this profile
    @Inject WorkingHours hours;
    @Inject BookingAppointments booking;
    @Inject AppointmentProgress progress;

    @Test
    void aMadeUpReviewIsShownMarkedAndCounted() {
        ReviewScene scene = new ReviewScene();
        UUID staff = SignedIn.account(Roles.ADMINISTRATOR).id();
        ReviewCounts before = reviews.counts();

        UUID shown = demo.add(visit(scene), 4, "Made up and kind.", NameStyle.INITIALS, staff);
        UUID waiting = demo.add(visit(scene), 2, "Made up and cross.", NameStyle.ANONYMOUS, null);
        demo.add(visit(scene), 3, "Made up and shy.", null, null);

        assertThat(reviews.publicReview(shown))
                .hasValueSatisfying(r -> assertThat(r.demo()).isTrue());
        assertThat(reviews.publicReview(waiting)).isEmpty();
        assertThat(reviews.counts().asked() - before.asked()).isEqualTo(3);
        assertThat(reviews.counts().keptPrivate() - before.keptPrivate()).isEqualTo(1);
        RestAssured.get("/reviews")
                .then()
                .body(containsString("Made up and kind."))
                .body(containsString("Demo review"));
    }

    @Test
    void theDemoAsksAtOnce() {
        ReviewScene scene = new ReviewScene();
        UUID invitation = scene.invited();

        due.askAllDue();

        assertThat(scene.one("select asked_at from review_invitation where id = ?1", invitation))
                .isNotNull();
    }

    private static UUID visit(ReviewScene scene) {
        return scene.completedVisit(scene.patient());
    }
}
