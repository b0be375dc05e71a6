package org.ilium.programs;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

@Entity
@IdClass(ProgramChange.Key.class)
@Table(name = "program_change")
class ProgramChange {

    @Id UUID programId;

    @Id int revision;

    String what;

    UUID changedBy;

    Instant changedAt;

    protected ProgramChange() {}

    ProgramChange(Program program, String what, UUID changedBy) {
        this.programId = program.id;
        this.revision = program.revision;
        this.what = what;
        this.changedBy = changedBy;
        this.changedAt = program.updatedAt;
    }

    record Key(UUID programId, int revision) implements Serializable {}
}
