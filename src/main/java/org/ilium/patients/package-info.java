/** Patients, their choices of contact, and their pregnancy and birth facts. */
@NullMarked
package org.ilium.patients;

import org.jspecify.annotations.NullMarked;
