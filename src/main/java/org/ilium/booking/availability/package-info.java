/**
 * The rules of when somebody can be booked and what a visit collides with, over plain values:
 * opening hours, time off, what is busy. It uses nothing of the rest of booking.
 */
@NullMarked
package org.ilium.booking.availability;

import org.jspecify.annotations.NullMarked;
