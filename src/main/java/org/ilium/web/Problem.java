package org.ilium.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
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

    /** What {@link #stale} says, for the API's description. */
    public static final String STALE =
            "stale: somebody changed it meanwhile, and nothing of yours was saved."
                    + " 'more.differences' lists each field that differs with 'yours' and 'theirs';"
                    + " 'more.currentVersion' is what to send next time.";

    /**
     * An edit began from an older version: 409, with where the two differ. {@code currentVersion}
     * is what the next try has to name, null when there is nothing to name.
     */
    public static Problem stale(@Nullable Integer currentVersion, List<Difference> differences) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("differences", differences);
        if (currentVersion != null) {
            more.put("currentVersion", currentVersion);
        }
        return of(
                        409,
                        "stale",
                        "Somebody changed this meanwhile",
                        "Look at what differs, then repeat your change.")
                .with(more);
    }

    public static Problem ofFields(List<FieldError> errors) {
        return of(400, "invalid-input", "Some of the input is not right", "See the fields named.")
                .withErrors(errors);
    }

    public Problem withErrors(List<FieldError> named) {
        return new Problem(type, title, status, detail, code, instance, List.copyOf(named), more);
    }

    /** Adds to what the caller can do instead. */
    public Problem with(Map<String, Object> further) {
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.putAll(further);
        return new Problem(type, title, status, detail, code, instance, errors, all);
    }

    /** The same in other words. */
    public Problem saying(String otherTitle, String otherDetail) {
        return new Problem(type, otherTitle, status, otherDetail, code, instance, errors, more);
    }

    /** What the log and the answer call this one occurrence; empty when it has no name. */
    String faultId() {
        return instance == null ? "" : instance.substring("urn:uuid:".length());
    }

    /** Names this one occurrence, so that a caller and the log can speak of the same fault. */
    Problem withInstance(String id) {
        return new Problem(type, title, status, detail, code, "urn:uuid:" + id, errors, more);
    }
}
