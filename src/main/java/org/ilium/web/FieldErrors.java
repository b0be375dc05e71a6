package org.ilium.web;

import io.quarkus.qute.TemplateData;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
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

    /** Where a value stands in the JSON body, such as {@code facts.prescreen.form}. */
    static String jsonPath(Path path) {
        StringBuilder json = new StringBuilder();
        String parameter = "";
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() != ElementKind.METHOD) {
                if (node.getIndex() != null) {
                    json.append('[').append(node.getIndex()).append(']');
                }
                if (node.getKind() == ElementKind.PROPERTY) {
                    json.append(json.isEmpty() ? "" : ".").append(node.getName());
                }
            }
        }
        return json.isEmpty() ? parameter : json.toString();
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

    /** The same errors of fields that stand within another, such as {@code contact.}. */
    public List<FieldError> under(String prefix) {
        return list().stream().map(e -> new FieldError(prefix + e.field(), e.message())).toList();
    }

    /** The same errors, with the fields that a JSON body calls otherwise by their names there. */
    public FieldErrors named(Map<String, String> names) {
        FieldErrors renamed = new FieldErrors();
        list().forEach(e -> renamed.add(names.getOrDefault(e.field(), e.field()), e.message()));
        return renamed;
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
