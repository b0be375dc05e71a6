package org.ilium.messages;

/** A way for a message to leave. */
interface Transport {

    /** Hands the message on; returning means somebody else now answers for it. */
    void send(Letter letter) throws TransportException;
}
