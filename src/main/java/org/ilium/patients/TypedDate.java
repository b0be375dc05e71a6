package org.ilium.patients;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A birth date as it is read out on the phone: 1994-03-05, 3/5/1994, 3/5/94, 05.03.1994, 03051994,
 * March 5 1994, 5 Mar 1994.
 */
final class TypedDate {

    private static final int OLDEST_YEARS = 120;

    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final String MONTH =
            "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
                    + "|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(?<year>(?:19|20)\\d{2})";
    private static final String ALONE = "(?<![\\w+(]|\\d[-./])%s(?!\\w|[-./]\\d)";

    private static final Pattern ISO =
            alone(YEAR + "(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})");
    private static final Pattern NUMBERS =
            alone(
                    "(?<month>\\d{1,2})(?<mark>[-/.])(?<day>\\d{1,2})\\k<mark>"
                            + "(?<year>(?:19|20)\\d{2}|\\d{2})");
    private static final Pattern DIGITS = alone("(?<month>\\d{2})(?<day>\\d{2})" + YEAR);
    private static final Pattern DIGITS_ISO = alone(YEAR + "(?<month>\\d{2})(?<day>\\d{2})");
    private static final Pattern MONTH_FIRST = alone(MONTH + "\\s+" + DAY + ",?\\s+" + YEAR);
    private static final Pattern DAY_FIRST =
            alone(DAY + "\\s+(?:of\\s+)?" + MONTH + ",?\\s+" + YEAR);

    private TypedDate() {}

    /**
     * The dates that a text may mean, likeliest first, and the text without them; {@code
     * maybePhone} when eight digits may as well be a phone's, which then are in the rest.
     */
    record Found(List<LocalDate> dates, String rest, boolean maybePhone) {}

    /** What the first date in the text may mean; null when there is none. */
    static @Nullable Found in(String text, LocalDate today, boolean monthFirst) {
        for (Pattern form : List.of(ISO, NUMBERS, MONTH_FIRST, DAY_FIRST)) {
            Matcher match = form.matcher(text);
            while (match.find()) {
                List<LocalDate> dates = dates(form, match, today, monthFirst);
                if (!dates.isEmpty()) {
                    String rest =
                            text.substring(0, match.start()) + " " + text.substring(match.end());
                    return new Found(dates, rest, false);
                }
            }
        }
        return digits(text, today, monthFirst);
    }

    /** Only when the text has no other digits: with them, eight are part of a number. */
    private static @Nullable Found digits(String text, LocalDate today, boolean monthFirst) {
        if (text.replaceAll("\\D", "").length() != 8) {
            return null;
        }
        List<LocalDate> dates = new ArrayList<>();
        for (Pattern form : List.of(DIGITS, DIGITS_ISO)) {
            Matcher match = form.matcher(text);
            if (match.find()) {
                dates.addAll(dates(form, match, today, monthFirst));
            }
        }
        return dates.isEmpty() ? null : new Found(List.copyOf(dates), text, true);
    }

    private static List<LocalDate> dates(
            Pattern form, Matcher match, LocalDate today, boolean monthFirst) {
        int first = month(match.group("month"));
        int second = Integer.parseInt(match.group("day"));
        Set<LocalDate> dates = new LinkedHashSet<>();
        for (int year : years(match.group("year"))) {
            boolean ordered = form != NUMBERS && form != DIGITS;
            // with points it is how most of Europe writes it, day first
            boolean asRead =
                    ordered || monthFirst && !(form == NUMBERS && match.group("mark").equals("."));
            add(dates, year, asRead ? first : second, asRead ? second : first, today);
            if (!ordered) {
                add(dates, year, asRead ? second : first, asRead ? first : second, today);
            }
        }
        return List.copyOf(dates);
    }

    /** Of two digits, this century's and the last's: the future and the very old fall away. */
    private static List<Integer> years(String typed) {
        int year = Integer.parseInt(typed);
        return typed.length() == 4 ? List.of(year) : List.of(2000 + year, 1900 + year);
    }

    private static int month(String typed) {
        return Character.isDigit(typed.charAt(0))
                ? Integer.parseInt(typed)
                : MONTHS.indexOf(typed.toLowerCase(Locale.ROOT).substring(0, 3)) + 1;
    }

    /** What is no date, or nobody's birth date, is left out. */
    private static void add(Set<LocalDate> dates, int year, int month, int day, LocalDate today) {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            if (!date.isAfter(today) && date.isAfter(today.minusYears(OLDEST_YEARS))) {
                dates.add(date);
            }
        } catch (DateTimeException e) {
            // the other reading may be one
        }
    }

    private static Pattern alone(String form) {
        return Pattern.compile(String.format(ALONE, form), Pattern.CASE_INSENSITIVE);
    }
}
