/** Public booking, the patient's appointment page, and the API of appointments and time off. */
@NullMarked
package org.ilium.booking.web;

import org.jspecify.annotations.NullMarked;
