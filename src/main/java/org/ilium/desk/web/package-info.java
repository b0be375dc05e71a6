/** The day board and its panels: callers, booking, moving, visits, time off. */
@NullMarked
package org.ilium.desk.web;

import org.jspecify.annotations.NullMarked;
