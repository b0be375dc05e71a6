/** The pages of the therapist's day and of a patient's chart. */
@NullMarked
package org.ilium.chart.web;

import org.jspecify.annotations.NullMarked;
