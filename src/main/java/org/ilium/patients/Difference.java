package org.ilium.patients;

/**
 * A field whose stored value is not what the editor entered; both as text, empty when not given.
 */
public record Difference(String field, String label, String stored, String entered) {}
