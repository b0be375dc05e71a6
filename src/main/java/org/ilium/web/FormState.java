package org.ilium.web;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.ilium.web.SettingsOutcome.Invalid;
import org.ilium.web.SettingsOutcome.Stale;
import org.ilium.web.SettingsOutcome.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * How a settings form stands: wrong fields, where somebody else was faster, and the version that
 * the next press of the button is about; {@code warnings} are about what is kept already.
 */
@TemplateData
public record FormState(
        int status,
        FieldErrors errors,
        boolean stale,
        List<Difference> differences,
        @Nullable Integer version,
        boolean saved,
        List<String> warnings) {

    public static FormState fresh(@Nullable Integer version, boolean saved) {
        return new FormState(200, new FieldErrors(), false, List.of(), version, saved, List.of());
    }

    public static FormState wrong(FieldErrors errors, @Nullable Integer version) {
        return new FormState(422, errors, false, List.of(), version, false, List.of());
    }

    /** For an outcome that is not done; what does not exist is answered with 404. */
    public static FormState of(SettingsOutcome refused, @Nullable Integer version) {
        if (refused instanceof Unknown) {
            throw RefusedException.notFound();
        }
        if (refused instanceof Stale late) {
            return new FormState(
                    409,
                    new FieldErrors(),
                    true,
                    late.differences(),
                    late.version(),
                    false,
                    List.of());
        }
        return wrong(((Invalid) refused).errors(), version);
    }

    /** The same, saying what was kept and may not have been meant together. */
    public FormState warning(List<String> about) {
        return new FormState(status, errors, stale, differences, version, saved, about);
    }

    /** The field's message, or null when it is right. */
    public @Nullable String on(String field) {
        return errors.on(field);
    }

    public boolean isWrong() {
        return !errors.isEmpty();
    }
}
