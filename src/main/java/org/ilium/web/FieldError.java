package org.ilium.web;

/** What is wrong with one named field of a form or a JSON body, in a plain sentence. */
public record FieldError(String field, String message) {}
