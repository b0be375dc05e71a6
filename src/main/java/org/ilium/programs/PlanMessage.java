package org.ilium.programs;

import org.ilium.messages.MessageKind;

/** What is told of a plan: that it is there. */
enum PlanMessage implements MessageKind {
    PLAN;

    @Override
    public String code() {
        return "plan";
    }

    @Override
    public String label() {
        return "Plan";
    }
}
