package org.ilium.programs.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The catalog beside a program: what was found, and how each item stands with the patient. */
record PickList(UUID programId, List<Pick> picks, boolean mayEdit) {

    /** One item; {@code reason} is null unless something speaks against it. */
    record Pick(
            String slug,
            String name,
            String about,
            String dose,
            boolean inProgram,
            boolean blocked,
            @Nullable String reason,
            List<BuilderView.Swap> swaps) {}
}
