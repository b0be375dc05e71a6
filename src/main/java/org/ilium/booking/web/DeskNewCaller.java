package org.ilium.booking.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.ilium.booking.AppointmentDetails;

/** Somebody who booked online, whose chart nobody has linked yet. */
record DeskNewCaller(String appointmentId, String name, String when) {

    private static final int FEWEST_LETTERS = 2;
    private static final int FEWEST_DIGITS = 3;
    private static final int MOST = 5;

    /** Those with a word of their name beginning so, or with these digits in their number. */
    static List<AppointmentDetails> matching(String typed, List<AppointmentDetails> withoutChart) {
        String letters = typed.strip().toLowerCase(Locale.ROOT);
        String digits = typed.replaceAll("\\D", "");
        return withoutChart.stream()
                .filter(a -> isNamed(a, letters) || hasNumber(a, digits))
                .limit(MOST)
                .toList();
    }

    static List<DeskNewCaller> of(List<AppointmentDetails> shown, ZoneId zone, LocalDate today) {
        return shown.stream()
                .map(
                        a ->
                                new DeskNewCaller(
                                        a.id().toString(),
                                        a.name(),
                                        DeskWords.dateAndTime(
                                                a.info().time().start(), zone, today)))
                .toList();
    }

    private static boolean isNamed(AppointmentDetails booked, String letters) {
        return letters.length() >= FEWEST_LETTERS
                && (" " + booked.name().toLowerCase(Locale.ROOT)).contains(" " + letters);
    }

    private static boolean hasNumber(AppointmentDetails booked, String digits) {
        String phone = booked.info().contactPhone();
        return digits.length() >= FEWEST_DIGITS && phone != null && phone.contains(digits);
    }
}
