package org.ilium.programs;

import java.util.UUID;

/**
 * A sent version with the record of its screening. {@code sha256} is lower-case hex, taken by the
 * database over what it stored.
 */
public record SentVersion(Plan plan, UUID sentBy, SentScreening screening, String sha256) {}
