package org.ilium.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.Statements;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Patients;
import org.junit.jupiter.api.Test;

/** A list asks the database as often for many lines as for few. */
@QuarkusTest
class GrowingPagesTest {

    /** Sent as a form: whom somebody looks for stands in no address. */
    private static final String SEARCH = "/patients for ";

    private static final int MORE = 59;

    @Inject BookingAppointments booking;
    @Inject Patients patients;

    @Test
    void noPageAsksMoreOftenWhenTheClinicGrows() {
        SignedIn.closeEarlierAccounts();
        ClinicFixture clinic = ClinicFixture.open();
        clinic.booked(clinic.at("08:00"));
        // more hits than a page shows, so that nothing more is asked for when there are few
        for (int n = MORE; n < MORE + 40; n++) {
            register(n);
        }
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
                        SEARCH + "demo",
                        SEARCH + "growing",
                        SEARCH + "nobody of this name",
                        SEARCH + "312 555",
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

        for (int n = 0; n < MORE; n++) {
            UUID account = SignedIn.account(Roles.THERAPIST).id();
            UUID one = clinic.addPractitioner("Demo Number " + n, account).id();
            booking.bookPublic(
                            new SlotChoice(clinic.phoneConsult().id(), one, clinic.at("09:00")),
                            ClinicFixture.visitor(ClinicFixture.DEMO_ADA))
                    .orThrow();
            register(n);
        }

        // fewer is no fault: the newest messages may now all be of one kind
        assertThat(asked(staff, pages))
                .allSatisfy((page, times) -> assertThat(times).isLessThanOrEqualTo(few.get(page)));
        assertThat(get(staff, "/desk/" + clinic.day() + "/board").asString())
                .contains("Demo Number 0", "Demo Number " + (MORE - 1));
        assertThat(get(staff, SEARCH + "growing").asString()).contains("Growing1");
        assertThat(get(staff, SEARCH + "nobody of this name").asString()).doesNotContain("Growing");
    }

    private static Map<String, Long> asked(RequestSpecification staff, List<String> pages) {
        Map<String, Long> asked = new LinkedHashMap<>();
        for (String page : pages) {
            get(staff, page);
            asked.put(page, Statements.during(() -> get(staff, page)));
        }
        return asked;
    }

    private void register(int n) {
        LocalDate born = LocalDate.of(1980, 1, 1).plusDays(n);
        String phone = "+131255501%02d".formatted(n);
        patients.register(PatientEntry.of("Demo", "Growing" + n, born, phone, null), true)
                .orThrow();
    }

    private static Response get(RequestSpecification staff, String page) {
        RequestSpecification request = RestAssured.given().spec(staff);
        Response answer =
                page.startsWith(SEARCH)
                        ? SignedIn.form(request)
                                .formParam("q", page.substring(SEARCH.length()))
                                .post("/patients")
                        : request.get(page);
        assertThat(answer.statusCode()).as(page + answer.asString()).isEqualTo(200);
        return answer;
    }
}
