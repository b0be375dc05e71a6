package org.ilium.access;

/** What a patient's link opens. */
public enum LinkKind {
    APPOINTMENT,
    PLAN,
    REVIEW
}
