package org.ilium.booking.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.ilium.booking.HoldOutcome;
import org.ilium.booking.api.RedFlag;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class BookPageTest {

    @Inject Appointments appointments;
    @Inject BookingAppointments booking;
    @Inject TestClock clock;

    private ClinicFixture clinic;

    @BeforeEach
    void open() {
        clinic = ClinicFixture.open();
    }

    @AfterEach
    void runOn() {
        clock.reset();
    }

    @Test
    void theNumberWeCallEndsInItsOwnDigitsAndNotTheExtensions() {
        Map<String, String> filled = held("10:00");
        filled.put("phone", "(212) 555-0188 ext. 4");

        RestAssured.get(path(form(filled).post("/book")))
                .then()
                .statusCode(200)
                .body(containsString("number ending in 88"));
    }

    @Test
    void aVisitorBooksInThreeSteps() {
        RestAssured.get("/book")
                .then()
                .statusCode(200)
                .body(containsString("Are you bleeding from your vagina"));
        form(answers()).post("/book/check").then().statusCode(200).body(containsString("10:00 AM"));
        Map<String, String> filled = held("10:00");

        Response booked = form(filled).post("/book");

        assertThat(booked.statusCode()).isEqualTo(303);
        String page = path(booked);
        assertThat(page).matches("/a/[A-Za-z0-9_-]{22}");
        RestAssured.get(page)
                .then()
                .statusCode(200)
                .body(containsString("You are booked"))
                .body(containsString("10:00"))
                .body(containsString("number ending in 42"))
                .body(not(containsString("Demo Ada")));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whereNobodyTreatsNothingIsAsked() {
        ClinicFixture.stopPractitioners();

        RestAssured.get("/book")
                .then()
                .statusCode(200)
                .body(containsString("Please call us"))
                .body(not(containsString("Are you bleeding")));
    }

    @Test
    void timesAreShownInHerOwnZone() {
        Map<String, String> form = answers();
        form.put("zone", "America/New_York");

        Response page = form(form).post("/book/check");

        page.then().body(containsString("Eastern Time (New York)"));
        page.then().body(containsString("9:00")).body(not(containsString(">8:00")));
    }

    @ParameterizedTest
    @EnumSource(RedFlag.class)
    void anyYesSaysWhatToDoNowAndBooksNothing(RedFlag flag) {
        Map<String, String> form = held("10:00");
        form.put(flag.field(), "yes");

        for (String step : new String[] {"/book/check", "/book/hold", "/book"}) {
            form(form)
                    .post(step)
                    .then()
                    .statusCode(200)
                    .body(containsString("Do this now"))
                    .body(containsString(flag.emergency() ? "right now" : "doctor or midwife"));
        }
        assertThat(count()).isZero();
    }

    @Test
    void anUnansweredQuestionIsAskedAgain() {
        Map<String, String> form = held("10:00");
        form.remove(RedFlag.FEVER.field());

        for (String step : new String[] {"/book/check", "/book/hold", "/book"}) {
            form(form)
                    .post(step)
                    .then()
                    .statusCode(400)
                    .body(containsString("Please answer yes or no."));
        }
        assertThat(count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "name,'',Please tell us your name",
        "name,http://evil.example/ click,Please tell us your name",
        "name,Ada www.evil.example,Please tell us your name",
        "phone,12345,We cannot call this number",
        "phone,'call me',We cannot call this number",
        "email,demo.ada,An email address needs an @",
        "email,'\"x y\"@example.org',We cannot send mail to an address with quotation marks",
        "email,a@[127.0.0.1],We cannot send mail to this address",
        "email,a..b@example.org,An email address cannot have two dots in a row",
        "stage,other,Please pick one of the three",
        "weeks,-1,whole number",
        "weeks,44,whole number",
        "stage,neither,leave this empty if neither is true",
        "reason,'',in a few words",
        "website,spam.example,Please call us",
    })
    void aWrongFieldIsNamedAndTheRestIsKept(String field, String value, String message) {
        Map<String, String> form = held("10:00");
        form.put(field, value);

        Response page = form(form).post("/book");

        page.then().statusCode(400).body(containsString(message));
        page.then().body(containsString(field.equals("reason") ? "Demo Ada" : "Upper back"));
        assertThat(count()).isZero();
    }

    @Test
    void anEmailWithALineBreakIsRefused() {
        Map<String, String> form = held("10:00");
        form.put("email", "demo.ada@example.org\r\nBcc: demo.bea@example.org");

        form(form)
                .post("/book")
                .then()
                .statusCode(400)
                .body(containsString("We cannot send mail to this address"));

        assertThat(count()).isZero();
    }

    @Test
    void aMegabyteOfWordsIsRefusedByItsField() {
        Map<String, String> form = held("10:00");
        form.put("reason", "a".repeat(1_000_000));

        form(form).post("/book").then().statusCode(400).body(containsString("at most 1000"));

        assertThat(count()).isZero();
    }

    @Test
    void htmlIsShownAsText() {
        Map<String, String> form = held("10:00");
        for (String field : new String[] {"name", "phone", "email", "weeks", "reason"}) {
            form.put(field, "<b>" + field + "</b>\"'");
        }

        Response page = form(form).post("/book");

        page.then().statusCode(400);
        for (String field : new String[] {"name", "phone", "email", "weeks", "reason"}) {
            page.then()
                    .body(containsString("&lt;b&gt;" + field))
                    .body(not(containsString("<b>" + field)));
        }
    }

    @Test
    void aFormSentTwiceBooksOnce() {
        Map<String, String> form = held("10:00");

        Response first = form(form).post("/book");
        Response second = form(form).post("/book");

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(second.statusCode()).isEqualTo(303);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void twoTimesInOneFormBookNone() {
        Map<String, String> form = held("10:00");

        RequestSpecification request = form(form);
        request.formParam("slot", slot("11:00"));

        request.post("/book").then().statusCode(400).body(containsString("two answers"));
        assertThat(count()).isZero();
    }

    @Test
    void aTimeTakenMeanwhileIsSaidKindlyWithTheNearestFreeOnes() {
        Map<String, String> form = held("10:00");
        clock.advance(BookingAppointments.HOLD.plus(Duration.ofMinutes(1)));
        clinic.booked(clinic.at("10:00"));

        Response lost = form(form).post("/book");
        form.put("hold", UUID.randomUUID().toString());
        Response again = form(form).post("/book/hold");

        lost.then().statusCode(410).body(containsString("somebody else took it"));
        again.then()
                .statusCode(409)
                .body(containsString("has just taken that time"))
                .body(containsString("9:30"));
        assertThat(count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"-30,10:00,already passed", "400,10:00,too far ahead", "0,03:00,does not work"})
    void aTimeThatIsNotOfferedIsRefused(int days, String time, String words) {
        Map<String, String> form = answers();
        form.put(
                "slot",
                clinic.practitioner().id() + "~" + clinic.at(clinic.day().plusDays(days), time));

        form(form).post("/book/hold").then().statusCode(422).body(containsString(words));

        assertThat(count()).isZero();
    }

    @Test
    void anUnknownServiceIsRefused() {
        Map<String, String> form = answers();
        form.put("service", "initial-evaluation");
        form.put("slot", slot("10:00"));

        form(form).post("/book/hold").then().statusCode(400).body(containsString("do not offer"));

        assertThat(count()).isZero();
    }

    @Test
    void aPageOfAnEarlierChoiceDoesNotBookTheLaterOne() {
        Map<String, String> form = held("10:00");
        booking.hold(UUID.fromString(form.get("hold")), clinic.slot(clinic.at("14:00")));

        form(form)
                .post("/book")
                .then()
                .statusCode(409)
                .body(containsString("You picked another time"));

        assertThat(count()).isZero();
    }

    @Test
    void aTimeBeyondReckoningIsRefused() {
        Map<String, String> form = answers();
        form.put("slot", clinic.practitioner().id() + "~+999999999-12-31T23:00:00Z");

        form(form).post("/book/hold").then().statusCode(400).body(containsString("start again"));
    }

    @Test
    void whoTypedNothingYetIsSentToAnAddressThatCanBeGoneBackTo() {
        Map<String, String> form = answers();
        form.put("hold", UUID.randomUUID().toString());
        form.put("slot", slot("10:00"));
        form.put("zone", "America/New_York");

        Response held =
                SignedIn.form(RestAssured.given().redirects().follow(false))
                        .formParams(form)
                        .post("/book/hold");

        held.then()
                .statusCode(303)
                .header(
                        "Location",
                        containsString(
                                "/book/details/" + form.get("hold") + "?zone=America%2FNew_York"));
        RestAssured.given()
                .urlEncodingEnabled(false)
                .get(held.header("Location"))
                .then()
                .statusCode(200)
                .body(containsString("Who may we call?"))
                .body(containsString("name=\"slot\" value=\"" + slot("10:00")))
                .body(containsString("name=\"zone\" value=\"America/New_York\""));
    }

    @Test
    void theAddressOfABookedTimeSaysThatItIsBookedAndNothingOfHer() {
        Map<String, String> form = held("10:00");
        form(form).redirects().follow(false).post("/book").then().statusCode(303);

        RestAssured.get("/book/details/" + form.get("hold"))
                .then()
                .statusCode(409)
                .body(containsString("You are booked already"))
                .body(not(containsString("Demo Ada")))
                .body(not(containsString("/a/")));
    }

    @Test
    void anAddressWithoutAHoldLeadsPastNoQuestion() {
        Map<String, String> form = held("10:00");
        clock.advance(BookingAppointments.HOLD.plus(Duration.ofMinutes(1)));

        for (String hold : new String[] {form.get("hold"), UUID.randomUUID().toString()}) {
            RestAssured.get("/book/details/" + hold)
                    .then()
                    .statusCode(400)
                    .body(containsString("start again"))
                    .body(not(containsString("Who may we call?")));
        }
        RestAssured.get("/book/details/none").then().statusCode(404);
    }

    private Map<String, String> answers() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("service", "phone-consult");
        for (RedFlag flag : RedFlag.values()) {
            form.put(flag.field(), "no");
        }
        return form;
    }

    /** Filled in, with the time held. */
    private Map<String, String> held(String time) {
        Map<String, String> form = answers();
        form.put("hold", UUID.randomUUID().toString());
        form.put("slot", slot(time));
        HoldOutcome held =
                booking.hold(UUID.fromString(form.get("hold")), clinic.slot(clinic.at(time)));
        assertThat(held).isInstanceOf(HoldOutcome.Held.class);
        form.put("name", "Demo Ada");
        form.put("phone", "(312) 555-0142");
        form.put("email", "demo.ada@example.org");
        form.put("stage", "pregnant");
        form.put("weeks", "21");
        form.put("reason", "Upper back");
        return form;
    }

    private String slot(String time) {
        return clinic.practitioner().id() + "~" + clinic.at(time);
    }

    /** Booked ones; what is merely held does not count. */
    private long count() {
        return appointments.onDay(clinic.day(), clinic.practitioner().id()).stream()
                .filter(a -> !a.status().code().equals("held"))
                .count();
    }

    private static RequestSpecification form(Map<String, String> fields) {
        return SignedIn.form(RestAssured.given()).formParams(fields);
    }

    private static String path(Response response) {
        return java.net.URI.create(response.header("Location")).getPath();
    }
}
