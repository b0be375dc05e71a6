package org.ilium.programs.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.ilium.access.May;
import org.ilium.programs.AnswerInput;
import org.ilium.programs.AnswerKind;
import org.ilium.programs.Answers;
import org.ilium.programs.ProgramOutcome;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The builder's answers to verdicts: read, overridden, or taken back. */
@Path("/programs/{id}/answers")
@Blocking
@RolesAllowed(May.BUILD_PROGRAMS)
class AnswersPage {

    private static final String WITHDRAW = "withdraw";

    private final Answers answers;
    private final DraftAnswers shown;

    AnswersPage(Answers answers, DraftAnswers shown) {
        this.answers = answers;
        this.shown = shown;
    }

    @POST
    public Response answer(
            @RestPath UUID id,
            @RestForm @Nullable String rule,
            @RestForm @Nullable String item,
            @RestForm @Nullable String kind,
            @RestForm boolean everywhere,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String clearanceNote,
            @RestForm @Nullable String clearanceDate,
            @RestForm @Nullable String revision) {
        int seen = DraftPage.revision(revision);
        String slug = item == null || item.isBlank() ? null : item;
        if (WITHDRAW.equals(kind)) {
            ProgramOutcome outcome = answers.withdraw(id, seen, rule == null ? "" : rule, slug);
            return shown.whole(id, outcome, "The answer is taken back.");
        }
        AnswerKind word =
                Coded.find(AnswerKind.class, kind == null ? "" : kind)
                        .orElseThrow(
                                () -> wrong("kind", "Choose to acknowledge, override or withdraw"));
        AnswerInput input =
                new AnswerInput(
                        rule == null ? "" : rule,
                        slug,
                        word,
                        everywhere,
                        reason,
                        clearanceNote,
                        date(clearanceDate));
        return shown.whole(id, answers.answer(id, seen, input), "Noted.");
    }

    private static @Nullable LocalDate date(@Nullable String value) {
        try {
            return value == null || value.isBlank() ? null : LocalDate.parse(value.strip());
        } catch (DateTimeParseException e) {
            throw wrong("clearanceDate", "Enter the date of the clearance");
        }
    }

    private static RefusedException wrong(String field, String message) {
        return RefusedException.of(new FieldErrors().add(field, message));
    }
}
