package org.ilium.messages;

/** A message was not accepted; the text is fit for the ledger. */
class TransportException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean permanent;

    TransportException(String detail, boolean permanent) {
        super(detail);
        this.permanent = permanent;
    }

    TransportException(String detail, boolean permanent, Throwable cause) {
        super(detail, cause);
        this.permanent = permanent;
    }

    /** Whether trying again can be of no use: the address was refused for good. */
    boolean permanent() {
        return permanent;
    }
}
