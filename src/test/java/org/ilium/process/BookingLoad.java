package org.ilium.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/**
 * Clients at the front desk who book, move, edit and cancel through the API and write down what was
 * acknowledged. Each changes only what it booked, so what it wrote down last is what must be there.
 */
final class BookingLoad implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Object> CANCELLED =
            Map.of("cancelledBy", "patient", "cancelReason", "schedule");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What an appointment is by the answers of the API. */
    record State(int version, String status, String start, String note) {

        static State of(JsonNode appointment) {
            return new State(
                    appointment.get("version").asInt(),
                    appointment.get("status").asText(),
                    appointment.get("start").asText(),
                    appointment.path("note").asText(""));
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Supplier<RunningIlium> ilium;
    private final String token;
    private final List<JsonNode> slots;
    private final List<Thread> clients = new ArrayList<>();

    /** The last acknowledged state of each appointment. */
    private final Map<String, State> acknowledged = new ConcurrentHashMap<>();

    /** Whom a mail about each goes to: an address of its own. */
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    private final AtomicInteger bookings = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean ended;

    BookingLoad(
            Supplier<RunningIlium> ilium,
            String token,
            List<JsonNode> slots,
            int threads,
            long seed) {
        this.ilium = ilium;
        this.token = token;
        this.slots = slots;
        for (int client = 0; client < threads; client++) {
            Random random = new Random(seed + client);
            Thread thread = new Thread(() -> work(random), "client " + client);
            clients.add(thread);
            thread.start();
        }
    }

    /** The times from the day after tomorrow on that are free now. */
    static List<JsonNode> slots(RunningIlium ilium, String token) throws IOException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String answer =
                ilium.request()
                        .header("Authorization", "Bearer " + token)
                        .get(
                                "/api/v1/availability?service=phone-consult&from={from}&to={to}",
                                today.plusDays(2).toString(),
                                today.plusDays(60).toString())
                        .asString();
        List<JsonNode> slots = new ArrayList<>();
        JSON.readTree(answer).get("slots").forEach(slots::add);
        assertThat(slots).isNotEmpty();
        return slots;
    }

    /** The ids of all that was acknowledged as booked. */
    Set<String> appointments() {
        return Set.copyOf(acknowledged.keySet());
    }

    /** How many requests were not done for want of the server. */
    int unanswered() {
        return unanswered.get();
    }

    int acknowledgements() {
        return bookings.get() + changes.get();
    }

    /** Until so many more were acknowledged. */
    void await(int more) {
        int wanted = acknowledgements() + more;
        Awaitility.await("bookings go on")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> acknowledgements() >= wanted);
    }

    @Override
    public void close() {
        end();
    }

    /** Lets each client finish what it is at; may be called again. */
    void end() {
        ended = true;
        try {
            for (Thread client : clients) {
                client.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was acknowledged and is not there, in words; empty when all is well. */
    List<String> lost() throws Exception {
        List<String> lost = new ArrayList<>();
        for (Map.Entry<String, State> entry : acknowledged.entrySet()) {
            HttpResponse<String> answer = send("GET", "/" + entry.getKey(), null, null);
            if (answer.statusCode() != 200) {
                lost.add("lost: " + entry + ", " + answer.statusCode());
                continue;
            }
            State now = State.of(JSON.readTree(answer.body()));
            State then = entry.getValue();
            // a change without an answer may have come through, as one more version
            if (now.version() < then.version()
                    || now.version() == then.version() && !now.equals(then)) {
                lost.add("reverted: " + then + " is " + now);
            }
        }
        return lost;
    }

    /** The addresses of those who are booked now, as the program answers. */
    Set<String> toBeTold() throws Exception {
        Set<String> told = new HashSet<>();
        for (Map.Entry<String, String> entry : addresses.entrySet()) {
            HttpResponse<String> answer = send("GET", "/" + entry.getKey(), null, null);
            if (State.of(JSON.readTree(answer.body())).status().equals("booked")) {
                told.add(entry.getValue());
            }
        }
        return told;
    }

    private void work(Random random) {
        List<String> own = new ArrayList<>();
        while (!ended) {
            try {
                if (own.isEmpty() || random.nextInt(3) == 0) {
                    book(random).ifPresent(own::add);
                } else {
                    change(random, own.get(random.nextInt(own.size())));
                }
            } catch (IOException e) {
                unanswered.incrementAndGet();
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Optional<String> book(Random random) throws IOException, InterruptedException {
        JsonNode slot = slots.get(random.nextInt(slots.size()));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("service", "phone-consult");
        body.put("practitionerId", slot.get("practitionerId").asText());
        body.put("start", slot.get("start").asText());
        String phone = "312 555 %04d".formatted(random.nextInt(10_000));
        String address = UUID.randomUUID() + "@patient.example";
        body.put("contact", Map.of("name", "Demo Load", "phone", phone, "email", address));
        HttpResponse<String> answer = send("POST", "", null, body);
        if (answer.statusCode() != 201) {
            unacknowledged(answer);
            return Optional.empty();
        }
        JsonNode booked = JSON.readTree(answer.body());
        String id = booked.get("id").asText();
        acknowledged.put(id, State.of(booked));
        addresses.put(id, address);
        bookings.incrementAndGet();
        return Optional.of(id);
    }

    private void change(Random random, String id) throws IOException, InterruptedException {
        State state = acknowledged.get(id);
        String version = "\"" + state.version() + "\"";
        HttpResponse<String> answer;
        if (!state.status().equals("booked")) {
            answer = send("POST", "/" + id + "/undo", version, Map.of());
        } else if (random.nextInt(4) == 0) {
            answer = send("POST", "/" + id + "/cancel", version, CANCELLED);
        } else if (random.nextBoolean()) {
            JsonNode slot = slots.get(random.nextInt(slots.size()));
            answer =
                    send(
                            "POST",
                            "/" + id + "/reschedule",
                            version,
                            Map.of(
                                    "practitionerId",
                                    slot.get("practitionerId").asText(),
                                    "start",
                                    slot.get("start").asText()));
        } else {
            answer = send("PATCH", "/" + id, version, Map.of("note", "note " + random.nextLong()));
        }
        if (answer.statusCode() == 200) {
            acknowledged.put(id, State.of(JSON.readTree(answer.body())));
            changes.incrementAndGet();
        } else if (answer.statusCode() == 409 && answer.body().contains("\"stale\"")) {
            // one that was not answered came through after all
            HttpResponse<String> now = send("GET", "/" + id, null, null);
            if (now.statusCode() == 200) {
                State read = State.of(JSON.readTree(now.body()));
                if (read.version() > state.version()) {
                    acknowledged.put(id, read);
                }
            }
        } else {
            unacknowledged(answer);
        }
    }

    private void unacknowledged(HttpResponse<String> answer) {
        if (answer.statusCode() >= 500) {
            unanswered.incrementAndGet();
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> send(
            String method, String path, String version, Map<String, Object> body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(ilium.get().address() + "/api/v1/appointments" + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json");
        if (version != null) {
            request.header("If-Match", version);
        }
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public String toString() {
        return "%d bookings and %d changes acknowledged, %d requests without an answer"
                .formatted(bookings.get(), changes.get(), unanswered.get());
    }
}
