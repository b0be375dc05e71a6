/** The clinic itself: its practitioners, services, weekly hours and time off. */
@NullMarked
package org.ilium.clinic;

import org.jspecify.annotations.NullMarked;
