package org.ilium.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers the fields in which an edit that came too late and what is kept now differ. */
public final class Differences {

    private final List<Difference> found = new ArrayList<>();

    /** Notes the field unless both are the same; null counts as not given. */
    public Differences compare(
            String field, String label, @Nullable Object yours, @Nullable Object theirs) {
        if (!Objects.equals(yours, theirs)) {
            found.add(new Difference(field, label, text(yours), text(theirs)));
        }
        return this;
    }

    public List<Difference> list() {
        return List.copyOf(found);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
