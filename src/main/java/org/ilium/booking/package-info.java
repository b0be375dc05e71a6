/**
 * The words of booking that its rooms and other modules have in common: what an appointment is,
 * what is asked for, what comes of it and what has happened.
 */
@NullMarked
package org.ilium.booking;

import org.jspecify.annotations.NullMarked;
