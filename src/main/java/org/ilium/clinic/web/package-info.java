/** Pages and JSON about the clinic, its practitioners and services. */
@NullMarked
package org.ilium.clinic.web;

import org.jspecify.annotations.NullMarked;
