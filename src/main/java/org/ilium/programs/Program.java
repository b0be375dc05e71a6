package org.ilium.programs;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ilium.catalog.Dosage;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "program")
class Program {

    @Id UUID id;

    UUID patientId;

    @Nullable UUID episodeId;

    @Nullable UUID appointmentId;

    String title;

    @Nullable String note;

    @Convert(converter = CodedColumns.OfStatus.class)
    ProgramStatus status;

    boolean draftOpen;

    @Nullable Integer currentVersion;

    int revision = 1;

    Instant createdAt;

    UUID createdBy;

    Instant updatedAt;

    @OneToMany(mappedBy = "program", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    List<ProgramItem> items = new ArrayList<>();

    @OneToMany(mappedBy = "program", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("answeredAt")
    List<ProgramAnswer> answers = new ArrayList<>();

    Optional<ProgramItem> item(String slug) {
        return items.stream().filter(i -> i.exerciseSlug.equals(slug)).findFirst();
    }

    /** Puts an item in its place; the others move down. Its dosage and note are the caller's. */
    void insert(int at, ProgramItem item) {
        item.program = this;
        items.add(Math.max(0, Math.min(at, items.size())), item);
        renumber();
    }

    void move(ProgramItem item, int to) {
        items.remove(item);
        items.add(Math.max(0, Math.min(to, items.size())), item);
        renumber();
    }

    /** Takes an item out, with its answers: put back in, it is answered anew. */
    void remove(ProgramItem item) {
        items.remove(item);
        answers.removeIf(a -> item.exerciseSlug.equals(a.exerciseSlug));
        renumber();
    }

    /** Another dose is another thing to answer for: the answers about the item go with the old. */
    void dose(ProgramItem item, Dosage dosage) {
        if (!dosage.equals(item.dosage())) {
            item.dose(dosage);
            answers.removeIf(a -> item.exerciseSlug.equals(a.exerciseSlug));
        }
    }

    void renumber() {
        for (int i = 0; i < items.size(); i++) {
            items.get(i).position = i;
        }
    }

    void closeDraft() {
        items.clear();
        answers.clear();
        draftOpen = false;
    }
}
