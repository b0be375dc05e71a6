package org.ilium.booking;

import org.jspecify.annotations.Nullable;

/** How to reach the person; {@code phone} in E.164, {@code name} at most 120 characters. */
public record Contact(String name, @Nullable String phone, @Nullable String email) {}
