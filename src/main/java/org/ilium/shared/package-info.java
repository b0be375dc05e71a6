/** Values every module speaks in: half-open intervals, refusals, ids and the clock. */
@NullMarked
package org.ilium.shared;

import org.jspecify.annotations.NullMarked;
