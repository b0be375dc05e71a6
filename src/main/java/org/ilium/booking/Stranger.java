package org.ilium.booking;

/**
 * One visitor as far as another can be told from him: {@code network} stands for where he comes
 * from today, and says nothing to anybody else.
 */
public record Stranger(String network) {}
