package org.ilium.reviews;

import java.util.Locale;
import org.ilium.shared.Refusal;

/** Why something could not be done with a review; nothing was changed. */
public enum ReviewRefusal implements Refusal {
    NOT_INVITED("This link does not ask for a review.", 404),
    ALREADY_WRITTEN("You have already written your review. Each visit has one.", 409),
    NOTHING_WRITTEN("There is no review here yet.", 409),
    WRITE_FIRST("Please write your review first. Then you can choose to share it.", 409),
    ALREADY_AUTHORIZED("You have already given your permission.", 409),
    TERMS_CHANGED("The wording of the permission changed meanwhile. Please read it again.", 409),
    REVIEW_UNKNOWN("There is no such review.", 404),
    NOT_AUTHORIZED("Its author has not allowed this review to be shown.", 422),
    PERMISSION_CHANGED(
            "The author changed her permission since you opened this. Load the page again.", 409),
    ALREADY_DECIDED("Somebody has already decided this. Load the page again.", 409);

    private final String reason;
    private final int status;

    ReviewRefusal(String reason, int status) {
        this.reason = reason;
        this.status = status;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String reason() {
        return reason;
    }

    @Override
    public int status() {
        return status;
    }
}
