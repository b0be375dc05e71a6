package org.ilium.reviews.web;

import org.ilium.reviews.ReviewWriting;
import org.ilium.shared.TypedText;
import org.ilium.web.FieldErrors;

/** What stands in the form of a review; line ends are made the same for every browser. */
record ReviewEntry(String rating, String text) {

    static final ReviewEntry NOTHING = new ReviewEntry("", "");

    static ReviewEntry of(String rating, String text) {
        return new ReviewEntry(rating, TypedText.lines(text).strip());
    }

    int stars() {
        return Integer.parseInt(rating);
    }

    FieldErrors errors() {
        FieldErrors errors = new FieldErrors();
        if (!rating.matches("[1-5]")) {
            errors.add("rating", "Pick 1 to 5 stars.");
        }
        if (text.length() > ReviewWriting.LONGEST) {
            errors.add(
                    "text",
                    "Please use at most %,d characters. This has %,d."
                            .formatted(ReviewWriting.LONGEST, text.length()));
        } else if (!TypedText.isText(text)) {
            errors.add("text", "This has signs we cannot save. Please type it again.");
        }
        return errors;
    }

    @Override
    public String toString() {
        return "ReviewEntry";
    }
}
