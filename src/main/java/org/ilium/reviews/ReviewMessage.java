package org.ilium.reviews;

import org.ilium.messages.MessageKind;

/** What is mailed about reviews; nobody is called because of one. */
enum ReviewMessage implements MessageKind {
    ASK;

    @Override
    public String code() {
        return "review-ask";
    }

    @Override
    public String label() {
        return "Review ask";
    }

    @Override
    public boolean isWorthACall() {
        return false;
    }
}
