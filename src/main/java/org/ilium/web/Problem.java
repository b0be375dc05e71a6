package org.ilium.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A problem detail as RFC 9457 has it: {@code code} is our stable word for the reason, {@code
 * errors} names each wrong field, {@code more} carries what the caller can do instead.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem")
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String instance,
        List<FieldError> errors,
        Map<String, Object> more) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, String code, String title, String detail) {
        return new Problem(
                "urn:ilium:problem:" + code,
                title,
                status,
                detail,
                code,
                null,
                List.of(),
                Map.of());
    }

    public static Problem of(Refusal refusal) {
        return of(refusal.status(), refusal.code(), "Refused", refusal.reason());
    }

    public static Problem ofFields(List<FieldError> errors) {
        return of(400, "invalid-input", "Some of the input is not right", "See the fields named.")
                .withErrors(errors);
    }

    public Problem withErrors(List<FieldError> named) {
        return new Problem(type, title, status, detail, code, instance, List.copyOf(named), more);
    }

    public Problem with(Map<String, Object> further) {
        return new Problem(type, title, status, detail, code, instance, errors, further);
    }

    /** Names this one occurrence, so that a caller and the log can speak of the same fault. */
    Problem withInstance(String id) {
        return new Problem(type, title, status, detail, code, "urn:uuid:" + id, errors, more);
    }
}
