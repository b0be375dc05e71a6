package org.ilium.web;

/** What an address may do so many times within a while; the numbers are settings. */
public enum Allowance {
    /** Looking for free times. */
    LOOKING,
    /** Holding and booking times. */
    BOOKING,
    /** Opening a link or signing in; only tries that were refused count. */
    GUESSING
}
