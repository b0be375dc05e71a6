/** The words and dates of pregnancy and the time after birth that several modules share. */
@NullMarked
package org.ilium.shared.pregnancy;

import org.jspecify.annotations.NullMarked;
