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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.logging.Level;
import java.util.stream.Collectors;
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
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Sends requests that are wrong in some way to every route, as strangers and as staff: what was
 * once answered badly to every route it fits, every other kind at least once, and then at random.
 * {@code -Dmalformed.requests=50000} sends more of these, {@code -Dmalformed.seed=7} the same as
 * another time.
 */
@QuarkusTest
class MalformedRequestsTest {

    private static final int REQUESTS = Integer.getInteger("malformed.requests", 300);

    /** The same each time unless told, so that a red run is about the change and not about luck. */
    private static final long SEED = Long.getLong("malformed.seed", 7);

    /** Rows are compared before and after so many. */
    private static final int AT_ONCE = 24;

    private static final int THREADS = 4;

    /**
     * After so many, what the requests speak of is made anew: some have ended sessions or visits.
     */
    private static final int BATCHES_OF_ONE_SCENE = 20;

    /** Writes that say everything by their path. */
    private static final Set<String> WITHOUT_FIELDS =
            Set.of(
                    "POST /sign-out",
                    "POST /settings/staff/{id}/invite",
                    "POST /settings/staff/{id}/deactivate",
                    "POST /settings/staff/sign-ins/{account}/end",
                    "POST /settings/staff/sign-ins/{account}/{id}/end",
                    "POST /settings/sign-ins/{id}/end",
                    "POST /settings/sign-ins/end-others",
                    "POST /programs/{id}/close-links",
                    "POST /api/v1/programs/{id}/draft",
                    "POST /api/v1/programs/{id}/send",
                    "POST /api/v1/programs/{id}/close-links",
                    "POST /api/v1/programs/{id}/send-again",
                    "POST /messages/{id}/told",
                    "POST /api/v1/messages/{id}/told",
                    "POST /r/{token}/withdraw",
                    "POST /api/v1/r/{token}/withdraw",
                    "POST /dev/reset",
                    "POST /patients/{id}/plans/{programId}/close-links",
                    "POST /desk/time-off/{id}/remove",
                    "POST /settings/practitioners/{id}/hours/exceptions/{exceptionId}/remove",
                    "POST /settings/practitioners/{id}/hours/time-off/{timeOffId}/remove");

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
    private final Map<String, Set<String>> reached = new ConcurrentHashMap<>();
    private final Map<String, String> sessions = new ConcurrentHashMap<>();
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final ExecutorService senders = Executors.newFixedThreadPool(THREADS);
    private MalformedRequests requests;
    private int batches;
    private int compared;

    @Test
    void eachIsRefusedInWordsAndNothingOfItIsKeptOrLogged() throws Exception {
        begin();
        System.out.printf(
                "Malformed requests: -Dmalformed.requests=%d -Dmalformed.seed=%d, %d kinds%n",
                REQUESTS, SEED, requests.kinds().size());
        try (LogWatch log = LogWatch.begin()) {
            requests.toEveryRoute()
                    .forEach(
                            (kind, routes) ->
                                    sendAll(
                                            routes.size(),
                                            i -> requests.reaching(routes.get(i), kind, SEED),
                                            log));
            List<String> kinds = requests.kinds();
            sendAll(kinds.size(), i -> requests.ofKind(kinds.get(i), SEED), log);
            sendAll(REQUESTS, i -> requests.make(SEED, i), log);
        } finally {
            senders.shutdownNow();
        }
        System.out.printf(
                "Malformed requests answered, by status: %s; rows compared %d times%n",
                answers, compared);

        assertThat(wrong).as("-Dmalformed.seed=%d", SEED).isEmpty();
        assertThat(answers.keySet()).contains(400, 404, 415);
        assertThat(reached.keySet()).containsAll(requests.kinds());
        requests.toEveryRoute()
                .forEach(
                        (kind, routes) ->
                                assertThat(reached.get(kind))
                                        .as(kind)
                                        .containsAll(routes.stream().map(Route::name).toList()));
        assertThat(compared).as("batches whose rows were compared").isGreaterThan(60);
    }

    @Test
    void noFieldOfAFormOrACallReachesTheLog() throws Exception {
        begin();
        List<Sending> marked = requests.marked();
        try (LogWatch log = LogWatch.begin()) {
            sendAll(marked.size(), marked::get, log);
            Logger.getLogger(getClass()).info("a line with " + MalformedRequests.MARKER);
            assertThat(log.text()).contains(MalformedRequests.MARKER);
        } finally {
            senders.shutdownNow();
        }

        assertThat(wrong).isEmpty();
        Map<String, Long> fields =
                marked.stream()
                        .collect(Collectors.groupingBy(s -> s.route.name(), Collectors.counting()));
        System.out.printf(
                "The marker stood in %d fields of %d routes%n", marked.size(), fields.size());
        assertThat(
                        Route.declared().stream()
                                .filter(Route::hasBody)
                                .map(Route::name)
                                .filter(route -> !fields.containsKey(route)))
                .as("routes that take no field")
                .containsExactlyInAnyOrderElementsOf(WITHOUT_FIELDS);
    }

    private void begin() {
        sessions.putAll(signedIn());
        ids.putAll(scene());
        List<Route> routes = Route.declared();
        requests = new MalformedRequests(routes, new MalformedValues(routes, sessions, ids));
    }

    private void sendAll(int count, IntFunction<Sending> make, LogWatch log) {
        for (int first = 0; first < count; first += AT_ONCE) {
            if (++batches % BATCHES_OF_ONE_SCENE == 0) {
                sessions.putAll(signedIn());
                ids.putAll(scene());
            }
            Map<String, String> before = TableSums.without(NOTED);
            List<Future<Boolean>> sent = new ArrayList<>();
            String kind = "";
            for (int i = first; i < Math.min(first + AT_ONCE, count); i++) {
                Sending request = make.apply(i);
                kind = request.kind;
                String name = "#" + i + " " + kind + " to " + request.route.name();
                sent.add(senders.submit(() -> send(request, name)));
            }
            boolean changed = false;
            for (Future<Boolean> one : sent) {
                changed |= result(one);
            }
            if (!changed) {
                compared++;
                if (!TableSums.without(NOTED).equals(before)) {
                    wrong.add("something was kept from #" + first + " on, to " + kind);
                }
            }
            look(log, first + " to " + kind);
        }
    }

    private static boolean result(Future<Boolean> sent) {
        try {
            return sent.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it may have changed something. */
    private boolean send(Sending request, String name) throws Exception {
        Answer answer = RawHttp.send(RestAssured.port, request.bytes(), request.gone);
        synchronized (answers) {
            answers.merge(answer.status(), 1, Integer::sum);
        }
        reached.computeIfAbsent(request.kind, k -> ConcurrentHashMap.newKeySet())
                .add(request.route.name());
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
        // where strangers may, 401 is about what they sent
        boolean isNobodys =
                status == 403 || status == 401 && !request.route.allows(Route.ANONYMOUS);
        if (request.reaching && (isNobodys || answer.header("Location").contains("/sign-in"))) {
            wrong.add(name + ": did not get as far as the form, " + status);
        }
        boolean sentToSignIn = answer.header("Location").contains("/sign-in");
        return status < 400 && !request.method.equals("GET") && !sentToSignIn;
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

    private void look(LogWatch log, String first) {
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
