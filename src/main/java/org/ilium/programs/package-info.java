/** Home exercise programs: drafts, sent versions, and the plan a patient follows. */
@NullMarked
package org.ilium.programs;

import org.jspecify.annotations.NullMarked;
