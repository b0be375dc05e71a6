/** The page that makes the demo clinic anew. */
@NullMarked
package org.ilium.demo.web;

import org.jspecify.annotations.NullMarked;
