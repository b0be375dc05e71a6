/** Where the program begins: it serves the clinic, or does one of its commands and ends. */
@NullMarked
package org.ilium;

import org.jspecify.annotations.NullMarked;
