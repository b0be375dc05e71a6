/** The therapist's program builder, the patient's plan page, and their JSON. */
@NullMarked
package org.ilium.programs.web;

import org.jspecify.annotations.NullMarked;
