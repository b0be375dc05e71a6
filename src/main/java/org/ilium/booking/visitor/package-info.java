/**
 * The public booking pages of somebody without an account. It uses the links' room and the API's;
 * neither knows it.
 */
@NullMarked
package org.ilium.booking.visitor;

import org.jspecify.annotations.NullMarked;
