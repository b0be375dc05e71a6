/** Public booking, the patient's appointment page, the day board, and their JSON. */
@NullMarked
package org.ilium.booking.web;

import org.jspecify.annotations.NullMarked;
