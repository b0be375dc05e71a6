/** What a therapist works from: her day, and a patient's chart put together from the modules. */
@NullMarked
package org.ilium.chart;

import org.jspecify.annotations.NullMarked;
