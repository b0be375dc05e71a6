package org.ilium.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.BookingAppointments;
import org.ilium.booking.SlotChoice;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.Statements;
import org.junit.jupiter.api.Test;

/** A list asks the database as often for many lines as for few. */
@QuarkusTest
class GrowingPagesTest {

    @Inject BookingAppointments booking;

    @Test
    void noPageAsksMoreOftenWhenTheClinicGrows() {
        SignedIn.closeEarlierAccounts();
        ClinicFixture clinic = ClinicFixture.open();
        clinic.booked(clinic.at("08:00"));
        RequestSpecification staff =
                SignedIn.as(Roles.FRONT_DESK, Roles.THERAPIST, Roles.ADMINISTRATOR);
        List<String> pages = new ArrayList<>();
        pages.addAll(
                List.of(
                        "/desk/" + clinic.day(),
                        "/desk/" + clinic.day() + "/board",
                        "/messages",
                        "/api/v1/messages/not-told",
                        "/reviews/queue",
                        "/patients?q=demo",
                        "/settings",
                        "/settings/staff",
                        "/settings/services",
                        "/settings/practitioners",
                        "/therapist",
                        "/reviews",
                        "/book",
                        "/",
                        "/api/v1/appointments?day=" + clinic.day() + "&limit=200"));
        Map<String, Long> few = asked(staff, pages);

        for (int n = 0; n < 12; n++) {
            UUID account = SignedIn.account(Roles.THERAPIST).id();
            UUID one = clinic.addPractitioner("Demo Number " + n, account).id();
            booking.bookPublic(
                            new SlotChoice(clinic.phoneConsult().id(), one, clinic.at("09:00")),
                            ClinicFixture.visitor(ClinicFixture.DEMO_ADA))
                    .orThrow();
        }

        assertThat(asked(staff, pages)).isEqualTo(few);
    }

    private static Map<String, Long> asked(RequestSpecification staff, List<String> pages) {
        Map<String, Long> asked = new LinkedHashMap<>();
        for (String page : pages) {
            get(staff, page);
            asked.put(page, Statements.during(() -> get(staff, page)));
        }
        return asked;
    }

    private static void get(RequestSpecification staff, String page) {
        Response answer = RestAssured.given().spec(staff).get(page);
        assertThat(answer.statusCode()).as(page + answer.asString()).isEqualTo(200);
    }
}
