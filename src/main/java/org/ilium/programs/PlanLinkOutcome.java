package org.ilium.programs;

/** What came of closing the links to a plan, or of sending one again. */
public sealed interface PlanLinkOutcome {

    /** It was done, or had been done before by the same request; this is how the links stand. */
    record Done(PlanLinkStanding now) implements PlanLinkOutcome {}

    /** Nothing was changed. */
    record Refused(ProgramRefusal refusal) implements PlanLinkOutcome {}
}
