package org.ilium.programs;

import java.util.Locale;
import org.ilium.shared.Refusal;

/** Why a program could not be made, changed, answered or sent; nothing was changed. */
public enum ProgramRefusal implements Refusal {
    PROGRAM_UNKNOWN("There is no such program.", 404),
    PATIENT_UNKNOWN("There is no such patient.", 404),
    APPOINTMENT_UNKNOWN("There is no such appointment of this patient.", 422),
    EXERCISE_UNKNOWN("The catalog has no such exercise.", 422),
    TEMPLATE_NOT_OFFERED("That template does not suit what is on her chart.", 422),
    CHART_FIRST(
            "The chart contradicts itself. No answer lifts this: record the birth or the loss, or"
                    + " clear the condition.",
            422),
    COMES_OUT("No answer lifts this: take the exercise out of the program.", 422),
    ALREADY_IN_PROGRAM("That exercise is in the program already.", 409),
    NOT_IN_PROGRAM("That exercise is not in the program.", 404),
    NOT_SO_OFTEN("The plan does not say to do it so often a day.", 400),
    PROGRAM_FULL("A program holds 20 exercises at most.", 422),
    NEVER_SENT("That program was never sent, so there is nothing to copy.", 422),
    NOT_SENT_YET("This program was not sent yet, so no link leads to it.", 409),
    NO_EMAIL("There is no email address on the chart. Add one first.", 422),
    ON_PAPER_ONLY(
            "She wants her plan on paper. Print it for her, or ask her and change that.", 422),
    PLAN_PAUSED(
            "You told us about a warning sign. Do not do these exercises until we have talked.",
            409),
    PLAN_RESTS("Your therapist is changing your plan. Please do not use the old one.", 409),
    WRITTEN_BEFORE_ENDING(
            "This plan was written before her pregnancy ended. Send her a new version.", 422),
    NO_LONGER_FITS(
            "This plan no longer fits the chart. A therapist looks at it and sends a new version.",
            422),
    PAIN_ALERT_UNKNOWN("There is no such pain alert.", 404),
    PAIN_ALERT_HANDLED("Somebody has marked this pain as handled already.", 409),
    PAIN_ALERT_CHANGED(
            "She told a new number meanwhile. Look at it first, then mark it again.", 409),
    STOP_SIGN_STANDS("A stop sign she reported still stands. Clear it first.", 422),
    DRAFT_OPEN("This program has an open draft already.", 409),
    NO_DRAFT("This program has no open draft. Start one to change it.", 409),
    VERDICT_GONE("That warning no longer applies. Look at the current ones.", 409),
    BLOCK_NEEDS_OVERRIDE("A block is not acknowledged but overridden, with a reason.", 422),
    ONLY_BLOCKS_ARE_OVERRIDDEN("Only a block is overridden; a warning is acknowledged.", 422),
    NOTHING_TO_SEND("The program is empty. Add an exercise first.", 422),
    FACTS_MISSING(
            "The chart has no open episode of care. Record whether she is pregnant or has given"
                    + " birth first.",
            422);

    private final String reason;
    private final int status;

    ProgramRefusal(String reason, int status) {
        this.reason = reason;
        this.status = status;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String reason() {
        return reason;
    }

    @Override
    public int status() {
        return status;
    }
}
