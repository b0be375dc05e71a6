/**
 * What a patient does by the link in her mail: she sees, moves or cancels her appointment, by page
 * or by program. It uses the API's room.
 */
@NullMarked
package org.ilium.booking.link;

import org.jspecify.annotations.NullMarked;
