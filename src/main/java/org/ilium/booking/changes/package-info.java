/**
 * What makes, holds, moves, cancels or ends an appointment, and what is decided about those that
 * collide: all that writes. Its rows stay inside; what comes of it is said in booking's own words.
 */
@NullMarked
package org.ilium.booking.changes;

import org.jspecify.annotations.NullMarked;
