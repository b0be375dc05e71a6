package org.ilium.clinic;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.web.SettingsOutcome.Said;
import org.jspecify.annotations.Nullable;

/**
 * A service as it is entered: lengths in minutes, the horizon in days; {@code version} is the one
 * that was read, null for a new service.
 */
@Schema(name = "ServiceEntry")
public record ServiceEntry(
        @Schema(description = "At most 120 characters") @Nullable String name,
        @Schema(minimum = "5", maximum = "480") @Nullable Integer lengthMinutes,
        @Schema(minimum = "0", maximum = "120") @Nullable Integer bufferBeforeMinutes,
        @Schema(minimum = "0", maximum = "120") @Nullable Integer bufferAfterMinutes,
        @Schema(minimum = "0", maximum = "20160") @Nullable Integer minimumNoticeMinutes,
        @Schema(minimum = "1", maximum = "366") @Nullable Integer horizonDays,
        @Schema(minimum = "5", maximum = "240", description = "Starts are this far apart")
                @Nullable Integer stepMinutes,
        @Schema(implementation = ServiceMode.class) @Nullable String mode,
        @Schema(description = "Whether visitors may book it themselves") boolean publicBookable,
        @Schema(description = "Whether it is offered; left out means yes") @Nullable Boolean active,
        @Schema(description = "The version that was read; none for a new service")
                @Nullable Integer version) {

    /** What a new form begins with. */
    public static final ServiceEntry NEW =
            new ServiceEntry(null, 45, 0, 10, 120, 60, 15, "in-person", false, true, null);

    static ServiceEntry of(ServiceInfo info, boolean active, int version) {
        return new ServiceEntry(
                info.name(),
                minutes(info.length()),
                minutes(info.bufferBefore()),
                minutes(info.bufferAfter()),
                minutes(info.minimumNotice()),
                info.horizonDays(),
                minutes(info.step()),
                info.mode(),
                info.publicBookable(),
                active,
                version);
    }

    /** Left out means offered. */
    public boolean offered() {
        return active == null || active;
    }

    Map<String, Said> values() {
        Map<String, Said> values = new LinkedHashMap<>();
        values.put("name", new Said("Name", ClinicEntry.shown(name)));
        values.put("lengthMinutes", new Said("Length, minutes", String.valueOf(lengthMinutes)));
        values.put(
                "bufferBeforeMinutes",
                new Said("Buffer before, minutes", String.valueOf(bufferBeforeMinutes)));
        values.put(
                "bufferAfterMinutes",
                new Said("Buffer after, minutes", String.valueOf(bufferAfterMinutes)));
        values.put(
                "minimumNoticeMinutes",
                new Said("Notice, minutes", String.valueOf(minimumNoticeMinutes)));
        values.put("horizonDays", new Said("Days ahead", String.valueOf(horizonDays)));
        values.put("stepMinutes", new Said("Minutes between starts", String.valueOf(stepMinutes)));
        values.put("mode", new Said("How", String.valueOf(mode)));
        values.put(
                "publicBookable", new Said("Visitors may book it", publicBookable ? "yes" : "no"));
        values.put("active", new Said("Offered", offered() ? "yes" : "no"));
        return values;
    }

    private static int minutes(Duration length) {
        return (int) length.toMinutes();
    }
}
