package org.ilium.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.ilium.access.Roles;
import org.ilium.access.web.MarkedClinic.Person;
import org.ilium.fixture.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Sends every request there is as everybody who may, and looks into each answer: whoever is shown a
 * patient leaves a row that names her, and the desk is shown no clinical fact. A new route is sent
 * too, with every id the clinic has.
 */
@QuarkusTest
class ShownPatientsTest {

    /** They change the clinic under the other tests, and show no patient. */
    private static final Set<String> OF_THE_CLINIC = Set.of("change-settings", "manage-staff");

    private MarkedClinic clinic;
    private String csrf;
    private final List<String> unnoted = new ArrayList<>();
    private final List<String> clinicalAtTheDesk = new ArrayList<>();
    private final Set<String> answered = new TreeSet<>();
    private final Set<String> showing = new TreeSet<>();

    @BeforeEach
    void aClinicWithMarks() {
        clinic = new MarkedClinic();
        csrf = SignedIn.csrfToken();
    }

    static Stream<Route> ofStaff() {
        return Route.declared().stream().filter(route -> !route.action().equals(Route.ANONYMOUS));
    }

    @Test
    void nobodyIsShownByAReadWithoutARowAndTheDeskSeesNoClinicalFact() {
        ofStaff().filter(Route::isReading).forEach(route -> sendAsAll(route, this::get));

        assertThat(unnoted).as("shown without an audit row").isEmpty();
        assertThat(clinicalAtTheDesk).as("clinical facts shown to the desk").isEmpty();
        answered.add("GET /dev/reset"); // in the demo alone
        assertThat(ofStaff().filter(Route::isReading).map(Route::name).toList())
                .as("give MarkedClinic an id, or this test a query, with which each answers")
                .allMatch(answered::contains);
        assertThat(showing)
                .contains(
                        "GET /desk/{date}",
                        "GET /desk/{date}/board",
                        "GET /desk/appointments/{id}",
                        "GET /desk/appointments/{id}/move",
                        "GET /desk/time-off",
                        "GET /desk/time-off/visits/{id}",
                        "GET /api/v1/time-off/colliding",
                        "GET /desk/callers/{patientId}",
                        "GET /therapist",
                        "GET /messages",
                        "GET /messages/status/{appointmentId}",
                        "GET /reviews/queue",
                        "GET /api/v1/appointments",
                        "GET /api/v1/messages/not-told",
                        "GET /api/v1/reviews/queue",
                        "GET /patients/{id}/audit");
    }

    @Test
    void norByASearchARefusalOrAnythingElseThatIsSent() {
        ofStaff()
                .filter(Route::hasBody)
                .filter(route -> !OF_THE_CLINIC.contains(route.action()))
                .forEach(route -> sendAsAll(route, route.isApi() ? this::json : this::form));

        assertThat(unnoted).as("shown without an audit row").isEmpty();
        assertThat(clinicalAtTheDesk).as("clinical facts shown to the desk").isEmpty();
        assertThat(showing)
                .contains(
                        "POST /patients",
                        "POST /patients/new",
                        "POST /patients/{id}/edit",
                        "POST /patients/{id}/episode",
                        "POST /desk/callers",
                        "POST /desk/callers/new",
                        "POST /desk/appointments/{id}/charts",
                        "POST /desk/appointments/{id}/cancel",
                        "POST /desk/appointments/{id}/note",
                        "POST /desk/time-off/visits/{id}/keep",
                        "POST /api/v1/patients/searches",
                        "POST /api/v1/patients",
                        "POST /api/v1/appointments",
                        "PATCH /api/v1/patients/{id}",
                        "POST /api/v1/appointments/{id}/cancel",
                        "POST /api/v1/appointments/{id}/reschedule");
    }

    private interface Sender {
        Response send(Route route, String path, RequestSpecification as);
    }

    private void sendAsAll(Route route, Sender sender) {
        for (String path : paths(route.path())) {
            for (String role : Roles.ALL.stream().filter(route::allows).toList()) {
                long before = newestRow();
                RequestSpecification as = SignedIn.withSession(clinic.session(role).token());
                Response answer = sender.send(route, path, as);
                look(route, role, path, answer, before);
                if (answer.statusCode() == 404 && !route.path().startsWith("/therapist/")) {
                    break; // an id of something else, which nobody finds here
                }
            }
        }
    }

    private void look(Route route, String role, String path, Response answer, long before) {
        String what = route.name() + " as " + role + ": " + answer.statusCode() + " " + path;
        assertThat(answer.statusCode()).as(what).isLessThan(500).isNotIn(401, 403);
        if (answer.statusCode() < 400) {
            answered.add(route.name());
        }
        String body = answer.asString();
        boolean shows = false;
        for (Person person : List.of(clinic.ada, clinic.una)) {
            if (person.isIn(body)) {
                shows = true;
                showing.add(route.name());
                if (!isNoted(person, role, route, before)) {
                    unnoted.add(person.name() + ", " + what);
                }
            }
        }
        boolean hers = shows || !path.equals(route.path()) && !path.contains("cat-cow");
        if (role.equals(Roles.FRONT_DESK) && hers) {
            MarkedClinic.clinicalMarks().stream()
                    .filter(body::contains)
                    .forEach(mark -> clinicalAtTheDesk.add(mark + ", " + what));
        }
    }

    /** The path with each id of the clinic in turn; the first of several is the patient's. */
    private List<String> paths(String path) {
        String dated =
                path.replace("{date}", clinic.day)
                        .replace("{slug}", "cat-cow")
                        .replaceFirst(
                                "\\{(id|patientId)}(?=/.*\\{)",
                                clinic.ids.get("patient").toString());
        return dated.contains("{")
                ? clinic.ids.values().stream()
                        .map(id -> dated.replaceAll("\\{[^}]+}", id.toString()))
                        .toList()
                : List.of(dated);
    }

    private Response get(Route route, String path, RequestSpecification as) {
        return as.queryParam("day", clinic.day)
                .queryParam("date", route.path().equals("/desk") ? "" : clinic.day)
                .queryParam("appointment", clinic.ids.get("visit"))
                .get(path);
    }

    /** What every form asks for at once, begun from a version that is long gone, as htmx does. */
    private Response form(Route route, String path, RequestSpecification as) {
        return as.header("HX-Request", "true")
                .cookie(SignedIn.CSRF_COOKIE, csrf)
                .contentType(ContentType.URLENC)
                .formParam(SignedIn.CSRF_COOKIE, csrf)
                .formParam("q", clinic.familyName)
                .formParam("givenName", clinic.givenName)
                .formParam("familyName", clinic.familyName)
                .formParam("key", UUID.randomUUID())
                .formParam("version", 99)
                .formParam("revision", 99)
                .formParam("stage", "pregnant")
                .formParam("reason", "Something else")
                .formParam("note", "Something else")
                .formParam("service", "follow-up")
                .formParam("otherPractitioner", clinic.ids.get("practitioner"))
                .formParam("otherDate", clinic.day)
                .formParam("otherTime", "10:00")
                .formParam("planDelivery", "print-only")
                .formParam("cancelledBy", "patient")
                .formParam("cancelReason", "schedule")
                .post(path);
    }

    private Response json(Route route, String path, RequestSpecification as) {
        return as.contentType(ContentType.JSON)
                .header("If-Match", "\"99\"")
                .body(body(route))
                .request(route.method(), path);
    }

    private Map<String, Object> body(Route route) {
        return switch (route.path()) {
            case "/api/v1/patients/searches" -> Map.of("q", clinic.familyName);
            case "/api/v1/patients" ->
                    Map.of("givenName", clinic.givenName, "familyName", clinic.familyName);
            case "/api/v1/patients/{id}" -> Map.of("phone", "+13125550000");
            case "/api/v1/patients/{id}/episode" ->
                    Map.of("stage", "pregnant", "reason", "Something else");
            case "/api/v1/appointments" ->
                    Map.of(
                            "service",
                            clinic.clinic.followUp().slug(),
                            "practitionerId",
                            clinic.ids.get("practitioner"),
                            "start",
                            clinic.clinic.at("13:00").toString(),
                            "patientId",
                            clinic.ids.get("patient"));
            case "/api/v1/appointments/{id}/cancel" ->
                    Map.of("cancelledBy", "clinic", "cancelReason", "closed");
            case "/api/v1/appointments/{id}/reschedule" ->
                    Map.of("start", clinic.clinic.at("14:00").toString());
            case "/api/v1/screenings" ->
                    Map.of("patientId", clinic.ids.get("patient"), "exercises", List.of("cat-cow"));
            default -> Map.of();
        };
    }

    private static long newestRow() {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                ((Number)
                                                MarkedClinic.query(
                                                                "select coalesce(max(id), 0)"
                                                                        + " from audit_entry")
                                                        .getSingleResult())
                                        .longValue());
    }

    /** A board beside another panel, shown again by the same route, leaves no second row. */
    private boolean isNoted(Person person, String role, Route route, long before) {
        String ids =
                "{" + String.join(",", person.ids().stream().map(UUID::toString).toList()) + "}";
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                (Boolean)
                                        MarkedClinic.query(
                                                        """
                                                        select exists (
                                                            select from audit_entry
                                                            where (id > ?1 or entity in ('day-board', 'time-off') and route = ?4)
                                                            and account_id = ?2
                                                            and route is not null
                                                            and (patient_id = any(cast(?3 as uuid[]))
                                                              or entity_id = any(cast(?3 as uuid[]))
                                                              or patients && cast(?3 as uuid[])
                                                              or appointments && cast(?3 as uuid[])))""",
                                                        before,
                                                        clinic.session(role).staff().id(),
                                                        ids,
                                                        route.name())
                                                .getSingleResult());
    }
}
