/**
 * The outbox: messages put there with the change they tell of, written by the feature they are of
 * when they are sent, and their delivery ledger.
 */
@NullMarked
package org.ilium.messages;

import org.jspecify.annotations.NullMarked;
