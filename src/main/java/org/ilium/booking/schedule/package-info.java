/** What is booked and what is free, read from the database; and the note of who was shown it. */
@NullMarked
package org.ilium.booking.schedule;

import org.jspecify.annotations.NullMarked;
