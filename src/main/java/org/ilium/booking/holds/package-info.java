/**
 * How long strangers keep times from others, and how much they may book: what they hold, what ends
 * it, and how one is told from another. It writes no appointment but the end of a hold.
 */
@NullMarked
package org.ilium.booking.holds;

import org.jspecify.annotations.NullMarked;
