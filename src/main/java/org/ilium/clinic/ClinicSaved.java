package org.ilium.clinic;

/** The clinic's profile has changed. */
record ClinicSaved() {}
