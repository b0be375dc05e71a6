/** The exercise catalog, the safety rules, and the screening of one against a patient. */
@NullMarked
package org.ilium.catalog;

import org.jspecify.annotations.NullMarked;
