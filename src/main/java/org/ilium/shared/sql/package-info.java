/** Plain statements, for the reads that people wait for most. */
@NullMarked
package org.ilium.shared.sql;

import org.jspecify.annotations.NullMarked;
