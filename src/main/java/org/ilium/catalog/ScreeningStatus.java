package org.ilium.catalog;

/** What the recorded questionnaire is worth on a date. */
public enum ScreeningStatus {
    /** None, of another stage or pregnancy, or impossible to place in time. */
    MISSING,
    /** Current, and it said to ask a health-care provider first. */
    CONCERNS,
    /** Current, without concerns. */
    CLEAR
}
