package org.ilium.clinic;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What the clinic is called and how it is reached; {@code phone} in E.164, {@code senderName} is
 * what a mail's sender shows and must give nothing away. Rules run in {@code zone}. {@code setUp}
 * is false until somebody has filled it in.
 */
public record ClinicProfile(
        String name,
        String shortName,
        String senderName,
        String phone,
        @Nullable String email,
        @Nullable String address,
        ZoneId zone,
        @Nullable String about,
        boolean setUp) {

    static final ClinicProfile NOT_SET_UP =
            new ClinicProfile(
                    "New clinic",
                    "Clinic",
                    "The clinic",
                    "",
                    null,
                    null,
                    ZoneOffset.UTC,
                    null,
                    false);
}
