package org.ilium.web;

/**
 * A field in which an edit that came too late and what is kept now differ: {@code yours} is what
 * the editor entered, {@code theirs} what stands now; both as text, empty when not given.
 */
public record Difference(String field, String label, String yours, String theirs) {}
