/** Whether the database can be reached and written to, and what is done while it cannot. */
@NullMarked
package org.ilium.shared.database;

import org.jspecify.annotations.NullMarked;
