package org.ilium.desk.web;

import java.util.Map;
import org.ilium.booking.AppointmentDetails;
import org.ilium.web.LateForm;
import org.jspecify.annotations.Nullable;

/**
 * The form of an appointment's note. {@code loaded} lets a later refusal tell what its editor
 * touched; {@code late} says that she was too late and what she typed is in the form, {@code
 * theirs} what stands now where both changed it, null otherwise.
 */
record DeskNote(String text, String loaded, boolean late, @Nullable String theirs) {

    private static final String FIELD = "note";

    static DeskNote of(AppointmentDetails visit) {
        String text = text(visit);
        return new DeskNote(text, LateForm.loaded(Map.of(FIELD, text)), false, null);
    }

    /** After a refusal of what was {@code typed} into a form that was {@code loaded} before. */
    static DeskNote late(@Nullable String loaded, @Nullable String typed, AppointmentDetails now) {
        DeskNote fresh = of(now);
        LateForm late =
                new LateForm(
                        loaded,
                        Map.of(FIELD, typed == null ? "" : typed),
                        Map.of(FIELD, fresh.text()));
        String text = late.merged().getOrDefault(FIELD, "");
        return new DeskNote(
                text,
                fresh.loaded(),
                !text.equals(fresh.text()),
                late.clashes(FIELD) ? fresh.text() : null);
    }

    private static String text(AppointmentDetails visit) {
        return visit.note() == null ? "" : visit.note();
    }
}
