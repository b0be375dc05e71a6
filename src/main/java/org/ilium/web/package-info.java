/** The page layout, problem details (RFC 9457) and the handling of errors at the HTTP edge. */
@NullMarked
package org.ilium.web;

import org.jspecify.annotations.NullMarked;
