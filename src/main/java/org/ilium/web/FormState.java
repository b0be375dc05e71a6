package org.ilium.web;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.ilium.web.SettingsOutcome.Invalid;
import org.ilium.web.SettingsOutcome.Stale;
import org.ilium.web.SettingsOutcome.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * How a settings form stands: wrong fields, where somebody else was faster, and the version that
 * the next press of the button is about.
 */
@TemplateData
public record FormState(
        int status,
        FieldErrors errors,
        boolean stale,
        List<Difference> differences,
        @Nullable Integer version,
        boolean saved) {

    public static FormState fresh(@Nullable Integer version, boolean saved) {
        return new FormState(200, new FieldErrors(), false, List.of(), version, saved);
    }

    public static FormState wrong(FieldErrors errors, @Nullable Integer version) {
        return new FormState(422, errors, false, List.of(), version, false);
    }

    /** For an outcome that is not done; what does not exist is answered with 404. */
    public static FormState of(SettingsOutcome refused, @Nullable Integer version) {
        if (refused instanceof Unknown) {
            throw RefusedException.notFound();
        }
        if (refused instanceof Stale late) {
            return new FormState(
                    409, new FieldErrors(), true, late.differences(), late.version(), false);
        }
        return wrong(((Invalid) refused).errors(), version);
    }

    /** The field's message, or null when it is right. */
    public @Nullable String on(String field) {
        return errors.on(field);
    }

    public boolean isWrong() {
        return !errors.isEmpty();
    }
}
