/**
 * What the database keeps of sent versions, format by format. These types are frozen with the rows
 * they read: whatever changes is written in a format of its own, beside them.
 */
@NullMarked
package org.ilium.programs.stored;

import org.jspecify.annotations.NullMarked;
