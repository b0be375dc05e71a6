/** Availability and appointments: what is free, and who holds it. */
@NullMarked
package org.ilium.booking;

import org.jspecify.annotations.NullMarked;
