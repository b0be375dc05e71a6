package org.ilium.programs;

import org.ilium.catalog.Dosage;
import org.ilium.catalog.Exercise;
import org.jspecify.annotations.Nullable;

/** One item of a draft, in the program's order; {@code note} is the therapist's own. */
public record DraftItem(Exercise exercise, Dosage dosage, @Nullable String note) {}
