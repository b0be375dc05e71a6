/** One file that holds everything in the database, and the way back from it. */
@NullMarked
package org.ilium.backup;

import org.jspecify.annotations.NullMarked;
