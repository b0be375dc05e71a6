/** Availability and appointments: what is free, and who holds it, and the letters about it. */
@NullMarked
package org.ilium.booking;

import org.jspecify.annotations.NullMarked;
