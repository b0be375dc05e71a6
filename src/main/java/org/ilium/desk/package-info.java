/** The front desk's workplace: the day board and how it is drawn. */
@NullMarked
package org.ilium.desk;

import org.jspecify.annotations.NullMarked;
