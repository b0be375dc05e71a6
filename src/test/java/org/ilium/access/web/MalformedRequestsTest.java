package org.ilium.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.access.Roles;
import org.ilium.access.web.MalformedRequests.Sending;
import org.ilium.booking.AppointmentDetails;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.LogWatch;
import org.ilium.fixture.RawHttp;
import org.ilium.fixture.RawHttp.Answer;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TableSums;
import org.ilium.programs.DemoPatients;
import org.ilium.programs.Draft;
import org.ilium.programs.Drafts;
import org.ilium.programs.NewPrograms;
import org.ilium.reviews.ReviewScene;
import org.junit.jupiter.api.Test;

/**
 * Sends requests that are wrong in some way to every route, as strangers and as staff. {@code
 * -Dmalformed.requests=50000} sends more, {@code -Dmalformed.seed=7} the same as another time.
 */
@QuarkusTest
class MalformedRequestsTest {

    private static final int REQUESTS = Integer.getInteger("malformed.requests", 1500);

    /** The same each time unless told, so that a red run is about the change and not about luck. */
    private static final long SEED = Long.getLong("malformed.seed", 7);

    /** Rows are compared before and after so many. */
    private static final int AT_ONCE = 24;

    private static final int THREADS = 4;

    /**
     * After so many, what the requests speak of is made anew: some have ended sessions or visits.
     */
    private static final int OF_ONE_SCENE = 20 * AT_ONCE;

    /** What is noted of reading and of being refused, and when a session was used. */
    private static final Set<String> NOTED =
            Set.of(
                    "audit_entry",
                    "staff_session",
                    "patient_link",
                    "sign_in_lane",
                    "staff_browser",
                    "staff_network",
                    "network_key");

    @Inject EntityManager database;
    @Inject NewPrograms newPrograms;
    @Inject Drafts drafts;
    @Inject PatientLinks links;
    @Inject DemoPatients patients;
    @Inject Clock clock;

    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Integer> answers = new TreeMap<>();

    @Test
    void eachIsRefusedInWordsAndNothingOfItIsKeptOrLogged() throws Exception {
        Map<String, String> sessions = new ConcurrentHashMap<>(signedIn());
        Map<String, String> ids = new ConcurrentHashMap<>(scene());
        List<Route> routes = Route.declared();
        MalformedRequests requests =
                new MalformedRequests(routes, new MalformedValues(routes, sessions, ids));
        ExecutorService senders = Executors.newFixedThreadPool(THREADS);
        System.out.printf(
                "Malformed requests: -Dmalformed.requests=%d -Dmalformed.seed=%d, %d kinds%n",
                REQUESTS, SEED, requests.kinds().size());
        try (LogWatch log = LogWatch.begin()) {
            for (int first = 0; first < REQUESTS; first += AT_ONCE) {
                if (first > 0 && first % OF_ONE_SCENE == 0) {
                    sessions.putAll(signedIn());
                    ids.putAll(scene());
                }
                Map<String, String> before = TableSums.without(NOTED);
                List<Future<Boolean>> sent = new ArrayList<>();
                for (int i = first; i < Math.min(first + AT_ONCE, REQUESTS); i++) {
                    Sending request = requests.make(SEED, i);
                    String name = "#" + i + " " + request.kind + " to " + request.route.name();
                    sent.add(senders.submit(() -> send(request, name)));
                }
                boolean changed = false;
                for (Future<Boolean> one : sent) {
                    changed |= one.get();
                }
                if (!changed && !TableSums.without(NOTED).equals(before)) {
                    wrong.add("something was kept of #" + first + " to #" + (first + AT_ONCE));
                }
                look(log, first);
            }
        } finally {
            senders.shutdownNow();
        }
        System.out.println("Malformed requests answered, by status: " + answers);

        assertThat(wrong).as("-Dmalformed.seed=%d", SEED).isEmpty();
        assertThat(answers.keySet()).contains(400, 404, 415);
    }

    /** Whether it may have changed something. */
    private boolean send(Sending request, String name) throws Exception {
        Answer answer = RawHttp.send(RestAssured.port, request.bytes(), request.gone);
        synchronized (answers) {
            answers.merge(answer.status(), 1, Integer::sum);
        }
        int status = answer.status();
        if (status < 0) {
            wrong.add(name + ": no answer");
        } else if (status == 0) {
            if (!request.gone && !request.isBeforeUs() && request.bytes().length < 1_000_000) {
                wrong.add(name + ": closed without an answer");
            }
        } else if (status >= 500) {
            wrong.add(name + ": " + status);
        } else if (status >= 400 && !request.isBeforeUs() && !request.isHead()) {
            checkWords(request, answer, name);
        }
        if (answer.body().contains("Exception") || answer.body().contains("\tat ")) {
            wrong.add(name + ": tells of our code");
        }
        return status < 400 && !request.method.equals("GET");
    }

    private void checkWords(Sending request, Answer answer, String name) {
        String type = answer.header("Content-Type");
        String expected =
                request.route.isApi() && request.path.startsWith("/api/")
                        ? "application/problem+json"
                        : "text/html";
        if (answer.body().isBlank()) {
            wrong.add(name + ": " + answer.status() + " without a word");
        } else if (!type.startsWith(expected) && !type.startsWith("application/problem+json")) {
            wrong.add(name + ": " + answer.status() + " as " + type);
        }
    }

    private void look(LogWatch log, int first) {
        for (LogWatch.Line line : log.lines()) {
            if (line.text().toLowerCase(Locale.ROOT).contains("zq7bleed")) {
                wrong.add("logged after #" + first + ": " + line.text().lines().findFirst().get());
            } else if (line.hasTrace() || line.level().intValue() >= Level.SEVERE.intValue()) {
                wrong.add("traced after #" + first + ": " + line.text().lines().limit(3).toList());
            }
        }
        log.forget();
    }

    private static Map<String, String> signedIn() {
        Map<String, String> sessions = new HashMap<>();
        for (String role : List.of(Roles.FRONT_DESK, Roles.THERAPIST, Roles.ADMINISTRATOR)) {
            sessions.put(role, SignedIn.session(role).token());
        }
        sessions.put(
                MalformedValues.EVERYBODY,
                SignedIn.session(Roles.FRONT_DESK, Roles.THERAPIST, Roles.ADMINISTRATOR).token());
        return sessions;
    }

    /** What there is of each kind, by where it stands in a path. */
    private Map<String, String> scene() {
        ReviewScene reviews = new ReviewScene();
        ClinicFixture clinic = reviews.clinic();
        AppointmentDetails booked = clinic.booked(clinic.at("10:00"));
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        UUID patient = patients.pregnant(21, 0, today);
        Draft draft = newPrograms.create(patient, null, null).orThrow();
        draft = drafts.add(draft.programId(), draft.revision(), "cat-cow").orThrow();
        String program = draft.programId().toString();
        Duration month = Duration.ofDays(30);

        Map<String, String> ids = new HashMap<>();
        ids.put("/a/{token}", links.mint(LinkKind.APPOINTMENT, booked.id(), month));
        ids.put("/p/{token}", links.mint(LinkKind.PLAN, draft.programId(), month));
        ids.put("/r/{token}", reviews.token(reviews.invited()));
        for (String path : List.of("/desk/appointments/{id}", "/therapist/appointments/{id}")) {
            ids.put(path, booked.id().toString());
        }
        ids.put("/appointments/{id}", booked.id().toString());
        ids.put("/messages/status/{appointmentId}", booked.id().toString());
        for (String path : List.of("/patients/{id}", "/patients/{patientId}")) {
            ids.put(path, patient.toString());
        }
        ids.put("/desk/callers/{patientId}", patient.toString());
        ids.put("/programs/{id}", program);
        ids.put("/patients/{id}/plans/{programId}", program);
        ids.put("/mail/preview/programs/{programId}", program);
        ids.put("/messages/status/plans/{programId}", program);
        ids.put("/programs/{id}/items/{slug}", "cat-cow");
        ids.put("/catalog/{slug}", "cat-cow");
        ids.put("/exercises/{slug}", "cat-cow");
        ids.put("/desk/{date}", clinic.day().toString());
        ids.put("/settings/services/{id}", clinic.phoneConsult().id().toString());
        ids.put("/services/{id}", clinic.phoneConsult().id().toString());
        ids.put("/settings/practitioners/{id}", clinic.practitioner().id().toString());
        ids.put("/practitioners/{id}", clinic.practitioner().id().toString());
        ids.put("/settings/staff/{id}", SignedIn.account(Roles.FRONT_DESK).id().toString());
        ids.put("/messages/{id}", message());
        Map.copyOf(ids).forEach((path, id) -> ids.put("/api/v1" + path, id));
        return ids;
    }

    private String message() {
        return database.createNativeQuery(
                        "select id::text from outbox_message order by created_at desc limit 1",
                        String.class)
                .getSingleResult()
                .toString();
    }
}
