package org.ilium.reviews;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What a patient reads before she signs, after 45 CFR 164.508(c): purpose, where, expiry, the right
 * to revoke, that care does not depend on it, and redisclosure. A draft for the clinic's counsel.
 * Change {@link #VERSION} with any word: the signed text is kept with the signature.
 */
@TemplateData
public record AuthorizationTerms(
        String version, LocalDate signedOn, LocalDate expiresOn, List<String> lines) {

    static final String VERSION = "2026-11-draft";
    static final Period LASTS = Period.ofYears(2);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    static AuthorizationTerms of(String clinic, String phone, LocalDate today) {
        LocalDate expires = today.plus(LASTS);
        return new AuthorizationTerms(
                VERSION,
                today,
                expires,
                List.of(
                        "What: your stars and your words, as you wrote them, with the name you pick"
                                + " and the month of your visit. It shows that you were a patient"
                                + " here.",
                        "Where: on the website of %s, where anyone can read it.".formatted(clinic),
                        "Why: so that other people can learn how our care was for you. We pay"
                                + " nothing for it.",
                        "How long: until %s. Then it comes down.".formatted(DAY.format(expires)),
                        "You can take it back at any time. Use the link in our email%s. It comes"
                                        .formatted(phone.isEmpty() ? "" : ", or call " + phone)
                                + " down at once.",
                        "Your care is the same if you say yes or no.",
                        "Other people may copy what is on the internet. We cannot take copies back,"
                                + " and privacy law may not protect them."));
    }

    /** The date that stands beside the signature, in words. */
    public String date() {
        return DAY.format(signedOn);
    }

    String text() {
        return String.join("\n", lines);
    }
}
