package org.ilium.web;

import io.quarkus.qute.TemplateData;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The wrong fields of one form, first message first; a page shows each beside its field. */
@TemplateData
public final class FieldErrors {

    private final Map<String, String> messages = new LinkedHashMap<>();

    /** The broken constraints of a validated record, named by the last part of their path. */
    public static <T> FieldErrors of(Set<ConstraintViolation<T>> violations) {
        FieldErrors errors = new FieldErrors();
        violations.stream()
                .sorted(
                        (a, b) ->
                                a.getPropertyPath()
                                        .toString()
                                        .compareTo(b.getPropertyPath().toString()))
                .forEach(v -> errors.add(lastPart(v.getPropertyPath()), v.getMessage()));
        return errors;
    }

    static String lastPart(Path path) {
        String name = "";
        for (Path.Node node : path) {
            name = node.getName() == null ? name : node.getName();
        }
        return name;
    }

    /** Adds a message unless the field has one already. */
    public FieldErrors add(String field, String message) {
        messages.putIfAbsent(field, message);
        return this;
    }

    public FieldErrors addAll(Collection<FieldError> errors) {
        errors.forEach(e -> add(e.field(), e.message()));
        return this;
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /** The field's message, or null when the field is right. */
    public @Nullable String on(String field) {
        return messages.get(field);
    }

    public List<FieldError> list() {
        return messages.entrySet().stream()
                .map(e -> new FieldError(e.getKey(), e.getValue()))
                .toList();
    }
}
