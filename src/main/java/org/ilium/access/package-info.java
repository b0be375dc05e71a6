/** Staff accounts, roles, sign-in sessions, links for patients, and the audit trail. */
@NullMarked
package org.ilium.access;

import org.jspecify.annotations.NullMarked;
