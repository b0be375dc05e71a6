package org.ilium.programs;

/** Why a sent plan is kept from being followed. */
public enum PlanHold {
    /** A stop sign she reported stands, and nobody has answered for it. */
    PAUSED(ProgramRefusal.PLAN_PAUSED, ProgramRefusal.STOP_SIGN_STANDS),
    /** The same, and what she reported needs an ambulance rather than her care team. */
    PAUSED_IN_EMERGENCY(ProgramRefusal.PLAN_PAUSED, ProgramRefusal.STOP_SIGN_STANDS),
    /** The same, and what she reported is low mood or thoughts of harm. */
    PAUSED_IN_DISTRESS(ProgramRefusal.PLAN_PAUSED, ProgramRefusal.STOP_SIGN_STANDS),
    /** It was written for the pregnancy, which has ended since: none of it is shown. */
    RESTING(ProgramRefusal.PLAN_RESTS, ProgramRefusal.WRITTEN_BEFORE_ENDING);

    private final ProgramRefusal toHer;
    private final ProgramRefusal toStaff;

    PlanHold(ProgramRefusal toHer, ProgramRefusal toStaff) {
        this.toHer = toHer;
        this.toStaff = toStaff;
    }

    /** Whether somebody must reach her at once. */
    public boolean isUrgent() {
        return this == PAUSED_IN_EMERGENCY || this == PAUSED_IN_DISTRESS;
    }

    /** Why she cannot tick anything off. */
    public ProgramRefusal toHer() {
        return toHer;
    }

    /** What her link shows, for staff. */
    public String toStaffInWords() {
        return this == RESTING
                ? "It opens no plan: the page says that it is being changed."
                : "It opens this plan, and asks her to pause it.";
    }

    /** Why its link is not sent to her again. */
    ProgramRefusal toStaff() {
        return toStaff;
    }
}
