/** Invitations and their letters, reviews, authorizations to show them, and their moderation. */
@NullMarked
package org.ilium.reviews;

import org.jspecify.annotations.NullMarked;
