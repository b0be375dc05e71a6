package org.ilium.reviews;

/** A rating of 1 to 5 as characters. */
final class Stars {

    private Stars() {}

    static String of(int rating) {
        return "★".repeat(rating) + "☆".repeat(5 - rating);
    }
}
