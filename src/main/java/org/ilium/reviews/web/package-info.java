/** The patient's review page, the staff queue, the public reviews, and their JSON. */
@NullMarked
package org.ilium.reviews.web;

import org.jspecify.annotations.NullMarked;
