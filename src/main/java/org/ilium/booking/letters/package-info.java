/**
 * The letters about appointments and their calendar file, written because of what booking says has
 * happened. Booking knows of them only what it asks of {@link org.ilium.booking.LettersUnderWay}.
 */
@NullMarked
package org.ilium.booking.letters;

import org.jspecify.annotations.NullMarked;
