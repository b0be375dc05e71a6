/** The public pages of the clinic. */
@NullMarked
package org.ilium.site.web;

import org.jspecify.annotations.NullMarked;
