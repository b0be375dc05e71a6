package org.ilium.programs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.ilium.programs.stored.PlanV1;
import org.ilium.programs.stored.ScreeningV1;

/**
 * Sent versions in the formats the database has them in. New ones are written in {@link #NEWEST};
 * every format ever written is read for ever, so a change here adds a format and leaves the others.
 */
final class StoredFormats {

    static final int NEWEST = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private StoredFormats() {}

    static String write(PlanContent content) {
        return json(PlanFormat1.stored(content));
    }

    static String write(SentScreening screening) {
        return json(ScreeningFormat1.stored(screening));
    }

    static PlanContent plan(int format, String json) {
        return switch (format) {
            case 1 -> PlanFormat1.read(read(json, PlanV1.class));
            default -> throw unknown(format);
        };
    }

    static SentScreening screening(int format, String json) {
        return switch (format) {
            case 1 -> ScreeningFormat1.read(read(json, ScreeningV1.class));
            default -> throw unknown(format);
        };
    }

    private static IllegalStateException unknown(int format) {
        return new IllegalStateException(
                "a version stored in format %d needs a newer program".formatted(format));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its message names no content: Jackson would quote it. */
    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "a stored version is no %s: %s"
                            .formatted(type.getSimpleName(), e.getClass().getSimpleName()));
        }
    }
}
