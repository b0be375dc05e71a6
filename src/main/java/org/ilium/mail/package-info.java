/**
 * The outbox: messages written with the change they tell of, sent later, and their delivery ledger.
 */
@NullMarked
package org.ilium.mail;

import org.jspecify.annotations.NullMarked;
