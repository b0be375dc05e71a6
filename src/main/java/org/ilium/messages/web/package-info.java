/** The delivery ledger, and the demo's local outbox page. */
@NullMarked
package org.ilium.messages.web;

import org.jspecify.annotations.NullMarked;
