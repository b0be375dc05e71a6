package org.ilium.programs;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.ilium.shared.Ids;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "program_answer")
class ProgramAnswer {

    @Id UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "program_id")
    Program program;

    String ruleId;

    int ruleVersion;

    @Nullable String exerciseSlug;

    @Convert(converter = CodedColumns.OfAnswerKind.class)
    AnswerKind kind;

    @Nullable String reason;

    @Nullable String clearanceNote;

    @Nullable LocalDate clearanceDate;

    /** The facts it was given about, as {@link DraftScreening#basis} words them. */
    String givenFor;

    UUID answeredBy;

    Instant answeredAt;

    protected ProgramAnswer() {}

    ProgramAnswer(Program program, Answer answer, String givenFor) {
        this.id = Ids.next();
        this.program = program;
        this.ruleId = answer.ruleId();
        this.exerciseSlug = answer.itemSlug();
        take(answer, givenFor);
    }

    /** A newer answer to the same verdict. */
    final void take(Answer answer, String givenFor) {
        this.givenFor = givenFor;
        this.ruleVersion = answer.ruleVersion();
        this.kind = answer.kind();
        this.reason = answer.reason();
        this.clearanceNote = answer.clearanceNote();
        this.clearanceDate = answer.clearanceDate();
        this.answeredBy = answer.answeredBy();
        this.answeredAt = answer.answeredAt();
    }

    Answer answer() {
        return new Answer(
                ruleId,
                ruleVersion,
                exerciseSlug,
                kind,
                reason,
                clearanceNote,
                clearanceDate,
                answeredBy,
                answeredAt);
    }
}
