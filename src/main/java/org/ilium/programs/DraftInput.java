package org.ilium.programs;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole draft as it comes in; an item without a dosage gets the catalog's default. */
public record DraftInput(
        @NotBlank(message = "must not be empty")
                @Size(max = 120, message = "must be 120 characters or fewer")
                @PlainText
                String title,
        @Nullable @Size(max = 2000, message = "must be 2000 characters or fewer") @PlainText
                String note,
        @NotNull(message = "must be given") @Size(max = 20, message = "must be 20 or fewer")
                List<@NotNull @Valid Item> items) {

    public DraftInput {
        note = Texts.lines(note);
    }

    /** One item, by its catalog slug. */
    public record Item(
            @NotBlank @Size(max = 80) @PlainText String slug,
            @Nullable @Valid DosageInput dosage,
            @Nullable @Size(max = 500, message = "must be 500 characters or fewer") @PlainText
                    String note) {
        public Item {
            note = Texts.lines(note);
        }
    }

    /** A draft's title and note alone. */
    record Words(
            @NotBlank(message = "must not be empty")
                    @Size(max = 120, message = "must be 120 characters or fewer")
                    @PlainText
                    String title,
            @Nullable @Size(max = 2000, message = "must be 2000 characters or fewer") @PlainText
                    String note) {
        Words {
            note = Texts.lines(note);
        }
    }

    /** An item's note alone. */
    record ItemNote(
            @Nullable @Size(max = 500, message = "must be 500 characters or fewer") @PlainText
                    String note) {
        ItemNote {
            note = Texts.lines(note);
        }
    }
}
