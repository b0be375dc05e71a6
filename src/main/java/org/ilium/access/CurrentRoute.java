package org.ilium.access;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** By which route the current request came, such as {@code GET /desk/{date}}, for the audit. */
@RequestScoped
public class CurrentRoute {

    private @Nullable String name;

    /** Null for work that no request began. */
    public @Nullable String name() {
        return name;
    }

    public void set(String name) {
        this.name = name;
    }
}
