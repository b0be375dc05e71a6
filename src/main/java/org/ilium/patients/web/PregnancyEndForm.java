package org.ilium.patients.web;

import java.time.LocalDate;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PregnancyEnd;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.web.FieldErrors;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What stands in the form about the end of a pregnancy; empty text when not given. */
record PregnancyEndForm(
        @RestForm String outcome,
        @RestForm String endedOn,
        @RestForm String birthMode,
        @RestForm String surgical,
        @RestForm String weeks) {

    PregnancyEndForm {
        outcome = Typed.text(outcome);
        endedOn = Typed.text(endedOn);
        birthMode = Typed.text(birthMode);
        surgical = Typed.text(surgical);
        weeks = Typed.text(weeks);
    }

    static PregnancyEndForm of(EpisodeInfo episode) {
        EpisodeInfo.Ending ending = episode.ending();
        Loss loss = ending == null ? null : episode.loss();
        boolean born = ending != null || episode.stage() == Stage.POSTPARTUM;
        LocalDate on = ending == null ? born ? episode.birthDate() : null : ending.on();
        PregnancyOutcome outcome = ending == null ? null : ending.outcome();
        return new PregnancyEndForm(
                outcome == null ? "" : outcome.code(),
                on == null ? "" : Typed.text(on),
                born ? episode.birthMode().code() : BirthMode.UNKNOWN.code(),
                loss == null ? "" : Typed.yesOrNo(loss.surgical()),
                loss == null ? "" : Typed.text(loss.weeks()));
    }

    /** Meaningful only when {@code errors} stayed empty; null when the outcome cannot be read. */
    @Nullable PregnancyEnd entry(FieldErrors errors) {
        PregnancyOutcome how = Typed.word(errors, "outcome", PregnancyOutcome.class, outcome);
        LocalDate on = Typed.date(errors, "endedOn", endedOn);
        BirthMode mode =
                birthMode.isEmpty()
                        ? BirthMode.UNKNOWN
                        : Typed.word(errors, "birthMode", BirthMode.class, birthMode);
        Boolean surgery = Typed.yesOrNo(errors, "surgical", surgical);
        Integer lasted = Typed.number(errors, "weeks", weeks);
        return how == null || mode == null
                ? null
                : new PregnancyEnd(how, on, mode, surgery, lasted);
    }
}
