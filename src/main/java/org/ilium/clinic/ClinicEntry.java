package org.ilium.clinic;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.shared.TypedText;
import org.ilium.web.SettingsOutcome.Said;
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

    Map<String, Said> values() {
        Map<String, Said> values = new LinkedHashMap<>();
        values.put("name", new Said("Name", shown(name)));
        values.put("shortName", new Said("Short name", shown(shortName)));
        values.put("senderName", new Said("Sender name", shown(senderName)));
        values.put("phone", new Said("Phone", shown(phone)));
        values.put("email", new Said("Email", shown(email)));
        values.put("address", new Said("Address", shown(address)));
        values.put("zone", new Said("Time zone", shown(zone)));
        values.put("about", new Said("About", shown(about)));
        return values;
    }

    static String shown(@Nullable String text) {
        return text == null ? "" : TypedText.lines(text).strip();
    }
}
