/**
 * Booking for programs, under /api/v1, and what pages read and say as programs do. It knows neither
 * the pages nor the links; both may use it.
 */
@NullMarked
package org.ilium.booking.api;

import org.jspecify.annotations.NullMarked;
