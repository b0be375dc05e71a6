/** Home exercise programs: drafts, sent versions, the plan a patient follows, and its letters. */
@NullMarked
package org.ilium.programs;

import org.jspecify.annotations.NullMarked;
