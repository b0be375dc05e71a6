package org.ilium.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Names the query parameters that are not of their type; JAX-RS only says 404, as of a path. */
final class QueryParameters {

    private record Kind(Consumer<String> read, String message) {}

    private static final Kind WHOLE = new Kind(Integer::parseInt, "Use a whole number.");
    private static final Kind LONG = new Kind(Long::parseLong, "Use a whole number.");
    private static final Kind ID = new Kind(UUID::fromString, "Use an id.");

    private static final Map<Class<?>, Kind> KINDS =
            Map.of(
                    int.class,
                    WHOLE,
                    Integer.class,
                    WHOLE,
                    long.class,
                    LONG,
                    Long.class,
                    LONG,
                    UUID.class,
                    ID);

    private QueryParameters() {}

    static FieldErrors wrong(@Nullable Method method, MultivaluedMap<String, String> given) {
        FieldErrors errors = new FieldErrors();
        if (method == null) {
            return errors;
        }
        for (Parameter parameter : method.getParameters()) {
            RestQuery query = parameter.getAnnotation(RestQuery.class);
            Kind kind = KINDS.get(parameter.getType());
            if (query != null && kind != null) {
                String name = query.value().isEmpty() ? parameter.getName() : query.value();
                String value = given.getFirst(name);
                if (value != null && !reads(kind, value)) {
                    errors.add(name, kind.message());
                }
            }
        }
        return errors;
    }

    private static boolean reads(Kind kind, String value) {
        try {
            kind.read().accept(value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
