package org.ilium.desk.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.ilium.booking.AppointmentDetails;
import org.ilium.clinic.PhoneNumbers;
import org.ilium.desk.DeskWords;
import org.ilium.patients.NameForm;

/** Somebody who booked online, whose chart nobody has linked yet. */
record DeskNewCaller(String appointmentId, String name, String when) {

    private static final int FEWEST_DIGITS = 3;
    private static final int MOST = 5;

    /** Those with a word of their name beginning so, or with these digits in their number. */
    static List<AppointmentDetails> matching(String typed, List<AppointmentDetails> withoutChart) {
        List<String> words = NameForm.words(typed);
        String digits = typed.replaceAll("\\D", "");
        return withoutChart.stream()
                .filter(a -> isNamed(a, words) || hasNumber(a, digits))
                .limit(MOST)
                .toList();
    }

    /** Those of a number, where nothing but a number was typed; else none. */
    static String digits(String typed) {
        String digits = typed.replaceAll("\\D", "");
        boolean isNumber =
                digits.length() >= FEWEST_DIGITS
                        && NameForm.words(typed.replaceAll("\\d", "")).isEmpty();
        return isNumber ? digits : "";
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

    private static boolean isNamed(AppointmentDetails booked, List<String> words) {
        return !words.isEmpty() && NameForm.begins(booked.name(), words);
    }

    private static boolean hasNumber(AppointmentDetails booked, String digits) {
        String phone = booked.info().contactPhone();
        return digits.length() >= FEWEST_DIGITS
                && phone != null
                && PhoneNumbers.line(phone).contains(digits);
    }
}
