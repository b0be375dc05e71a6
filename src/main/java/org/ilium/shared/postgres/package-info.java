/** The PostgreSQL server the program starts for itself when it is given no other. */
@NullMarked
package org.ilium.shared.postgres;

import org.jspecify.annotations.NullMarked;
