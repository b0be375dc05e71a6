/** Pages and JSON for signing in and for first set-up. */
@NullMarked
package org.ilium.access.web;

import org.jspecify.annotations.NullMarked;
