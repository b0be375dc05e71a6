package org.ilium.process;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Books the first free phone call of the demo clinic, as its site would. */
final class Visitor {

    private static final Pattern RED_FLAG = Pattern.compile("\"redFlags\\.([\\w-]+)\"");

    private Visitor() {}

    record Booked(String id, String start, String link) {}

    static Booked book(RunningIlium ilium, String email) {
        return book(ilium, email, "312 555 0142");
    }

    static Booked book(RunningIlium ilium, String email, String phone) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("service", "phone-consult");
        Map<String, Object> slot = freeSlot(ilium);
        body.put("practitionerId", slot.get("practitionerId"));
        body.put("start", slot.get("start"));
        body.put("contact", Map.of("name", "Demo Kit", "phone", phone, "email", email));
        body.put("stage", "pregnant");
        body.put("weeks", 21);
        body.put("reason", "Upper back");
        Map<String, Boolean> answers = new LinkedHashMap<>();
        RED_FLAG.matcher(post(ilium, "/api/v1/appointments", body).asString())
                .results()
                .map(question -> question.group(1))
                .forEach(question -> answers.put(question, false));
        body.put("redFlags", answers);
        Response booked = post(ilium, "/api/v1/appointments", body);
        booked.then().statusCode(201);
        return new Booked(booked.path("id"), booked.path("start"), booked.path("link"));
    }

    private static Map<String, Object> freeSlot(RunningIlium ilium) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        List<Map<String, Object>> slots =
                ilium.request()
                        .get(
                                "/api/v1/availability?service=phone-consult&from={from}&to={to}",
                                today.plusDays(2).toString(),
                                today.plusDays(16).toString())
                        .path("slots");
        return slots.get(0);
    }

    private static Response post(RunningIlium ilium, String path, Map<String, Object> body) {
        return ilium.request().contentType(ContentType.JSON).body(body).post(path);
    }
}
