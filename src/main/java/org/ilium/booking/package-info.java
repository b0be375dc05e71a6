/**
 * The words of booking, that its rooms and other modules have in common: what an appointment is,
 * what is asked for, what comes of it, what has happened, and reading it.
 */
@NullMarked
package org.ilium.booking;

import org.jspecify.annotations.NullMarked;
