/** Pages and JSON for reading the catalog and asking for a screening. */
@NullMarked
package org.ilium.catalog.web;

import org.jspecify.annotations.NullMarked;
