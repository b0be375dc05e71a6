/** Pages and JSON for finding, registering and reading patients. */
@NullMarked
package org.ilium.patients.web;

import org.jspecify.annotations.NullMarked;
