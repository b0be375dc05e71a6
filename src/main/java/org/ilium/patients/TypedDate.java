package org.ilium.patients;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A birth date as it is read out on the phone: 1994-03-05, 3/5/1994, March 5 1994, 5 Mar 1994. */
final class TypedDate {

    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final String MONTH =
            "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
                    + "|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(?<year>(?:19|20)\\d{2})";
    private static final String ALONE = "(?<![\\w+(])%s(?!\\w|[-./]\\d)";

    private static final Pattern ISO = alone(YEAR + "-(?<month>\\d{1,2})-(?<day>\\d{1,2})");
    private static final Pattern NUMBERS =
            alone("(?<month>\\d{1,2})(?<mark>[-/.])(?<day>\\d{1,2})\\k<mark>" + YEAR);
    private static final Pattern MONTH_FIRST = alone(MONTH + "\\s+" + DAY + ",?\\s+" + YEAR);
    private static final Pattern DAY_FIRST =
            alone(DAY + "\\s+(?:of\\s+)?" + MONTH + ",?\\s+" + YEAR);

    private TypedDate() {}

    /** A date that stands in a text, and the text without it. */
    record Found(LocalDate date, String rest) {}

    /** The first date in the text; null when there is none. */
    static @Nullable Found in(String text) {
        for (Pattern form : List.of(ISO, NUMBERS, MONTH_FIRST, DAY_FIRST)) {
            Matcher match = form.matcher(text);
            while (match.find()) {
                LocalDate date = date(match);
                if (date != null) {
                    String rest =
                            text.substring(0, match.start()) + " " + text.substring(match.end());
                    return new Found(date, rest);
                }
            }
        }
        return null;
    }

    private static @Nullable LocalDate date(Matcher match) {
        int year = Integer.parseInt(match.group("year"));
        int day = Integer.parseInt(match.group("day"));
        String named = match.group("month").toLowerCase(Locale.ROOT);
        int month =
                Character.isDigit(named.charAt(0))
                        ? Integer.parseInt(named)
                        : MONTHS.indexOf(named.substring(0, 3)) + 1;
        // as Americans write it; a 13 or more can only be the day
        boolean swapped = month > 12 && day <= 12;
        try {
            return LocalDate.of(year, swapped ? day : month, swapped ? month : day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Pattern alone(String form) {
        return Pattern.compile(String.format(ALONE, form), Pattern.CASE_INSENSITIVE);
    }
}
