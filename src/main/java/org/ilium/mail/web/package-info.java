/** The demo's local outbox page, message previews, and the delivery ledger. */
@NullMarked
package org.ilium.mail.web;

import org.jspecify.annotations.NullMarked;
