/** The clinic's public page and its articles for patients. */
@NullMarked
package org.ilium.site;

import org.jspecify.annotations.NullMarked;
