package org.ilium.shared.pregnancy;

/** A length of days told in completed weeks; negative before the day it counts from. */
public record Weeks(int totalDays) implements Comparable<Weeks> {

    /** Completed weeks: 20 weeks 6 days is 20; rounded down before day 0 as well. */
    public int weeks() {
        return Math.floorDiv(totalDays, 7);
    }

    /** Days beyond the completed weeks, 0 to 6. */
    public int days() {
        return Math.floorMod(totalDays, 7);
    }

    /** Whether week {@code week} has begun: true from the day {@code week} weeks 0 days. */
    public boolean reached(int week) {
        return totalDays >= 7L * week;
    }

    @Override
    public int compareTo(Weeks other) {
        return Integer.compare(totalDays, other.totalDays);
    }

    /** Such as "21 weeks 3 days", "1 week", "2 days". */
    public String text() {
        if (totalDays < 0) {
            return "before week 0";
        }
        String weeks = count(weeks(), "week");
        String days = count(days(), "day");
        if (days() == 0) {
            return weeks;
        }
        return weeks() == 0 ? days : weeks + " " + days;
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
