package org.ilium.clinic;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The clinic's profile as it is entered; {@code version} is the one that was read, null before the
 * first set-up.
 */
@Schema(name = "Clinic")
public record ClinicEntry(
        @Schema(description = "At most 120 characters") @Nullable String name,
        @Schema(description = "At most 40 characters") @Nullable String shortName,
        @Schema(description = "What a mail's sender shows; must not give health away")
                @Nullable String senderName,
        @Schema(description = "With + and country code, or as the clinic's country writes it")
                @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Schema(description = "IANA time zone", examples = "America/Chicago") @Nullable String zone,
        @Nullable String about,
        @Schema(description = "The version that was read; none before the first set-up")
                @Nullable Integer version) {

    public static final ClinicEntry EMPTY =
            new ClinicEntry(null, null, null, null, null, null, null, null, null);

    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("Name", shown(name));
        values.put("Short name", shown(shortName));
        values.put("Sender name", shown(senderName));
        values.put("Phone", shown(phone));
        values.put("Email", shown(email));
        values.put("Address", shown(address));
        values.put("Time zone", shown(zone));
        values.put("About", shown(about));
        return values;
    }

    static String shown(@Nullable String text) {
        return text == null ? "" : text.strip().replace("\r\n", "\n");
    }
}
