package org.ilium.access.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.restassured.RestAssured;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ilium.fixture.ApiDocument;
import org.ilium.fixture.SignedIn;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * What requests are filled with: ids and links that exist, callers who are signed in, the fields of
 * the forms as they stand in the pages, the parameters the resource methods take, and the bodies
 * the API's description speaks of.
 */
final class MalformedValues {

    private static final Pattern FORM =
            Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern ACTION =
            Pattern.compile("(?:action|formaction|hx-post)=\"(/[^\"?#]*)");
    private static final Pattern FIELD =
            Pattern.compile("<(?:input|select|textarea|button)\\b[^>]*\\bname=\"([^\"]+)\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final String MARKER = MalformedRequests.MARKER;
    private static final int DEEPEST = 6;

    /** The one who sees every page. */
    static final String EVERYBODY = "everybody";

    private final Map<String, String> sessions;
    private final Map<String, String> ids;
    private final String csrfToken = SignedIn.csrfToken();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Map<String, String>> forms = new LinkedHashMap<>();
    private final Map<String, Set<String>> queries = new LinkedHashMap<>();

    /** Sessions by caller; ids by the beginning of a route's path up to the parameter. */
    MalformedValues(List<Route> routes, Map<String, String> sessions, Map<String, String> ids) {
        this.sessions = sessions;
        this.ids = ids;
        ofMethods();
        routes.stream().filter(r -> r.isReading() && !r.isApi()).forEach(r -> ofPage(r, routes));
    }

    String csrfToken() {
        return csrfToken;
    }

    /** Mostly one who may. */
    String caller(Route route, Random random) {
        List<String> allowed = Route.CALLERS.stream().filter(route::allows).toList();
        return random.nextInt(4) == 0
                ? Route.CALLERS.get(random.nextInt(Route.CALLERS.size()))
                : allowed.get(random.nextInt(allowed.size()));
    }

    /** The first who may: a stranger where strangers may. */
    String allowed(Route route) {
        return Route.CALLERS.stream().filter(route::allows).findFirst().orElseThrow();
    }

    String cookies(String caller) {
        String session = sessions.get(caller);
        return "csrf-token="
                + csrfToken
                + "; seen="
                + MARKER
                + (session == null ? "" : "; " + SignedIn.COOKIE + "=" + session);
    }

    /** What exists where something does; else the marker, or an id of nothing. */
    String path(Route route, Random random) {
        StringBuilder path = new StringBuilder();
        String before = "";
        for (String part : route.path().substring(1).split("/")) {
            String filled = part;
            if (part.startsWith("{")) {
                String known = ids.get(before + "/" + part);
                filled =
                        known != null && random.nextInt(4) > 0
                                ? known
                                : random.nextBoolean() ? MARKER : UUID.randomUUID().toString();
            }
            before += "/" + part;
            path.append('/').append(filled);
        }
        return path.toString();
    }

    /** What exists, wherever something does. */
    String known(Route route) {
        return path(
                route,
                new Random() {
                    @Override
                    public int nextInt(int bound) {
                        return bound - 1;
                    }
                });
    }

    String query(Route route, Random random) {
        Set<String> names = queries.getOrDefault(route.name(), Set.of());
        StringBuilder query = new StringBuilder();
        for (String name : names) {
            if (random.nextBoolean()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(encoded(value("", random)));
            }
        }
        return query.toString();
    }

    String queryWith(Route route, String value, Random random) {
        List<String> names = new ArrayList<>(queries.getOrDefault(route.name(), Set.of("a")));
        return "?" + names.get(random.nextInt(names.size())) + "=" + value;
    }

    String form(Route route, Random random) {
        StringBuilder body = new StringBuilder("csrf-token=" + csrfToken);
        forms.getOrDefault(route.name(), Map.of("a", ""))
                .forEach(
                        (name, value) ->
                                body.append('&')
                                        .append(encoded(name))
                                        .append('=')
                                        .append(encoded(value(value, random))));
        return body.toString();
    }

    /** One that the form has, else one that most have. */
    String aField(Route route) {
        return forms.getOrDefault(route.name(), Map.of("reason", "")).keySet().iterator().next();
    }

    /** What to send, by the field that is the marker in it; the others are as they stand. */
    Map<String, String> marked(Route route) {
        if (route.isReading()) {
            Map<String, String> marked = new LinkedHashMap<>();
            queries.getOrDefault(route.name(), Set.of())
                    .forEach(name -> marked.put(name, encoded(name) + "=" + MARKER + "%20a%22"));
            return marked;
        }
        if (!route.hasBody()) {
            return Map.of();
        }
        return route.isApi() ? markedJson(route) : markedForm(forms.get(route.name()));
    }

    private Map<String, String> markedForm(@Nullable Map<String, String> fields) {
        Map<String, String> marked = new LinkedHashMap<>();
        if (fields != null) {
            for (String field : fields.keySet()) {
                StringBuilder body = new StringBuilder("csrf-token=" + csrfToken);
                fields.forEach(
                        (name, value) ->
                                body.append('&')
                                        .append(encoded(name))
                                        .append('=')
                                        .append(
                                                encoded(
                                                        name.equals(field)
                                                                ? MARKER + " a\""
                                                                : value)));
                marked.put(field, body.toString());
            }
        }
        return marked;
    }

    private Map<String, String> markedJson(Route route) {
        Map<String, String> marked = new LinkedHashMap<>();
        List<Runnable> places = new ArrayList<>();
        places(body(route, STEADY), places);
        for (int i = 0; i < places.size(); i++) {
            JsonNode body = body(route, STEADY);
            List<Runnable> own = new ArrayList<>();
            places(body, own);
            own.get(i).run();
            marked.put("value " + i, written(body).replace(HERE, MARKER + " a'"));
        }
        return marked;
    }

    /** Makes one of everything. */
    private static final Random STEADY =
            new Random() {
                @Override
                public int nextInt(int bound) {
                    return Math.min(1, bound - 1);
                }
            };

    private static String value(String own, Random random) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> MARKER + " " + random.nextInt();
            case 3 -> "";
            case 4 ->
                    List.of(
                                    "2026-02-30",
                                    "+999999999-12-31T23:59",
                                    "9".repeat(30),
                                    "-1",
                                    "1.5",
                                    "NaN",
                                    "\u0000" + MARKER,
                                    "\u202e\ud83d\ude00" + MARKER,
                                    "\ufffe",
                                    MARKER.repeat(60),
                                    "25:99",
                                    "Mars/Base",
                                    "00000000-0000-0000-0000-000000000000",
                                    "{\"" + MARKER + "\":")
                            .get(random.nextInt(14));
            default -> own;
        };
    }

    String json(Route route, Random random) {
        return written(body(route, random));
    }

    /** One of its values, at any depth, is something else. */
    String jsonWith(Route route, String instead, Random random) {
        JsonNode body = body(route, random);
        List<Runnable> places = new ArrayList<>();
        places(body, places);
        if (places.isEmpty()) {
            return instead;
        }
        places.get(random.nextInt(places.size())).run();
        return written(body).replace("\"" + HERE + "\"", instead);
    }

    private static final String HERE = "instead-of-this";

    private static void places(JsonNode node, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            object.fieldNames()
                    .forEachRemaining(
                            name -> {
                                places.add(() -> object.put(name, HERE));
                                places(object.get(name), places);
                            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                places.add(() -> array.set(at, JsonNodeFactory.instance.textNode(HERE)));
                places(array.get(i), places);
            }
        }
    }

    private JsonNode body(Route route, Random random) {
        ApiDocument.Operation operation = ApiDocument.read().operations().get(route.name());
        JsonNode described = json.valueToTree(operation.described());
        JsonNode schema = described.at("/requestBody/content/application~1json/schema");
        return example(schema, random, 0);
    }

    private JsonNode example(JsonNode schema, Random random, int depth) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asText().replaceAll(".*/", "");
            return example(json.valueToTree(ApiDocument.read().schema(name)), random, depth);
        }
        for (String either : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.has(either)) {
                return example(schema.get(either).get(0), random, depth);
            }
        }
        if (schema.has("enum") && random.nextInt(5) > 0) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.get(0).asText() : type.asText("object")) {
            case "object" -> {
                ObjectNode object = make.objectNode();
                if (depth < DEEPEST) {
                    schema.path("properties")
                            .properties()
                            .forEach(
                                    p ->
                                            object.set(
                                                    p.getKey(),
                                                    example(p.getValue(), random, depth + 1)));
                }
                yield object;
            }
            case "array" -> {
                ArrayNode array = make.arrayNode();
                for (int i = 0; i < random.nextInt(3); i++) {
                    array.add(example(schema.path("items"), random, depth + 1));
                }
                yield array;
            }
            case "integer" -> make.numberNode(random.nextInt(4));
            case "number" -> make.numberNode(random.nextDouble());
            case "boolean" -> make.booleanNode(random.nextBoolean());
            default ->
                    make.textNode(
                            switch (random.nextInt(3) == 0
                                    ? ""
                                    : schema.path("format").asText("")) {
                                case "uuid" -> UUID.randomUUID().toString();
                                case "date" -> "2026-12-01";
                                case "date-time" -> "2026-12-01T10:00:00Z";
                                default -> MARKER + " " + random.nextInt();
                            });
        };
    }

    private String written(JsonNode body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the methods say they take, where no page was found that shows it. */
    private void ofMethods() {
        for (JavaClass type : new ClassFileImporter().importPath("target/classes")) {
            for (JavaMethod method : type.getMethods()) {
                Route.nameOf(method)
                        .filter(name -> type.isAnnotatedWith(jakarta.ws.rs.Path.class))
                        .ifPresent(name -> ofMethod(name, method));
            }
        }
    }

    private void ofMethod(String name, JavaMethod method) {
        for (Parameter parameter : method.reflect().getParameters()) {
            RestForm field = parameter.getAnnotation(RestForm.class);
            RestQuery query = parameter.getAnnotation(RestQuery.class);
            for (Field inBean : parameter.getType().getDeclaredFields()) {
                RestForm named = inBean.getAnnotation(RestForm.class);
                if (named != null) {
                    add(name, named.value().isEmpty() ? inBean.getName() : named.value(), "");
                }
            }
            if (field != null) {
                add(name, field.value().isEmpty() ? parameter.getName() : field.value(), "");
            }
            if (query != null) {
                queries.computeIfAbsent(name, n -> new LinkedHashSet<>())
                        .add(query.value().isEmpty() ? parameter.getName() : query.value());
            }
        }
    }

    private void ofPage(Route page, List<Route> routes) {
        String html =
                RestAssured.given()
                        .cookie(SignedIn.COOKIE, sessions.get(EVERYBODY))
                        .redirects()
                        .follow(false)
                        .get(known(page))
                        .asString();
        Matcher form = FORM.matcher(html);
        while (form.find()) {
            Matcher action = ACTION.matcher(form.group());
            while (action.find()) {
                String to = action.group(1);
                routes.stream()
                        .filter(r -> r.hasBody() && !r.isApi())
                        .filter(r -> to.matches(r.path().replaceAll("\\{[^}]+}", "[^/]+")))
                        .forEach(r -> fieldsOf(r, form.group(2)));
            }
        }
    }

    private void fieldsOf(Route route, String html) {
        Matcher field = FIELD.matcher(html);
        while (field.find()) {
            Matcher value = VALUE.matcher(field.group());
            add(route.name(), field.group(1), value.find() ? value.group(1) : "");
        }
    }

    private void add(String route, String name, String value) {
        if (!name.equals(SignedIn.CSRF_COOKIE)) {
            Map<String, String> fields = forms.computeIfAbsent(route, n -> new LinkedHashMap<>());
            fields.merge(name, value, (old, found) -> old.isEmpty() ? found : old);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
