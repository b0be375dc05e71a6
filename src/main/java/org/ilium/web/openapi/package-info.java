/** Completes the description of the JSON API with what the code says already. */
@NullMarked
package org.ilium.web.openapi;

import org.jspecify.annotations.NullMarked;
