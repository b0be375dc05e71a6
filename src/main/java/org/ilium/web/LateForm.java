package org.ilium.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form that was sent too late, field by field: as it was loaded, as its editor left it, and as
 * things stand now. What she did not touch is not hers: the next form takes it from what stands, so
 * that saving again does not undo what somebody else did meanwhile.
 */
public final class LateForm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> was;
    private final Map<String, String> hers;
    private final Map<String, String> now;

    /**
     * {@code loaded} is what {@link #loaded(Map)} put into the form; when it is missing or
     * unreadable, every field counts as touched.
     */
    public LateForm(@Nullable String loaded, Map<String, String> hers, Map<String, String> now) {
        this.was = read(loaded);
        this.hers = oneKindOfLines(hers);
        this.now = oneKindOfLines(now);
    }

    /** The values a form is loaded with, as text for one hidden field of it. */
    public static String loaded(Map<String, String> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text can be written", e);
        }
    }

    /** What the next form holds: hers where she touched it, what stands now elsewhere. */
    public Map<String, String> merged() {
        Map<String, String> merged = new LinkedHashMap<>(now);
        hers.keySet().stream().filter(this::isTouched).forEach(f -> merged.put(f, hers.get(f)));
        return merged;
    }

    /** Those of the differences in which both changed the field, each to something else. */
    public List<Difference> clashes(List<Difference> differences) {
        return differences.stream().filter(d -> clashes(d.field())).toList();
    }

    /** Whether both changed the field, each to something else. */
    public boolean clashes(String field) {
        if (!hers.containsKey(field)) {
            // a difference made of several fields, which were merged one by one
            return was.isEmpty();
        }
        String stands = now.get(field);
        boolean changedMeanwhile = !was.containsKey(field) || !was.get(field).equals(stands);
        return isTouched(field) && changedMeanwhile && !hers.getOrDefault(field, "").equals(stands);
    }

    private boolean isTouched(String field) {
        return !was.containsKey(field) || !was.get(field).equals(hers.get(field));
    }

    private static Map<String, String> read(@Nullable String loaded) {
        if (loaded == null || loaded.isBlank()) {
            return Map.of();
        }
        try {
            Map<String, String> read =
                    JSON.readValue(loaded, new TypeReference<Map<String, String>>() {});
            return read == null ? Map.of() : oneKindOfLines(read);
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }

    /** Browsers send line ends of their own. */
    private static Map<String, String> oneKindOfLines(Map<String, String> values) {
        Map<String, String> same = new LinkedHashMap<>();
        values.forEach((f, v) -> same.put(f, v == null ? "" : v.replace("\r\n", "\n")));
        return same;
    }
}
