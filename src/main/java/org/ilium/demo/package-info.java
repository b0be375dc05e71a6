/**
 * A made-up clinic with made-up people, for looking around; it exists only with ilium.demo=true.
 */
@NullMarked
package org.ilium.demo;

import org.jspecify.annotations.NullMarked;
