package org.ilium.booking;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a visit is, by the clock that counts for it: the clinic's where she comes to the clinic, her
 * own for a call. {@code beside} is the other clock, null while both show the same.
 */
@TemplateData
public record VisitTime(When when, @Nullable When beside, boolean atClinic) {

    /** {@code hers} is null for somebody of whom no zone is known. */
    public static VisitTime of(Instant start, String mode, @Nullable ZoneId hers, ZoneId clinic) {
        ZoneId own = hers == null ? clinic : hers;
        boolean atClinic = isAtClinic(mode);
        When when = new When(start, atClinic ? clinic : own);
        When other = new When(start, atClinic ? own : clinic);
        return new VisitTime(when, when.showsLike(other) ? null : other, atClinic);
    }

    /** The zone whose clock counts. */
    public static ZoneId leads(String mode, @Nullable ZoneId hers, ZoneId clinic) {
        return hers == null || isAtClinic(mode) ? clinic : hers;
    }

    private static boolean isAtClinic(String mode) {
        return mode.equals("in-person");
    }

    /** Such as "Tuesday, June 9, 2026, 8:00 AM CDT". */
    public String whole() {
        return when.dateWithYear() + ", " + when.time() + " " + when.zoneShort();
    }

    /** Such as "Tue, Jun 9, 8:00 AM CDT", and with its year where that is not the one of now. */
    public String brief(Instant now) {
        return when.dateBrief(now) + ", " + when.time() + " " + when.zoneShort();
    }

    /** Such as "Where you are it is 9:00 AM EDT.", with the day if that is another; or empty. */
    public String besideInWords() {
        if (beside == null) {
            return "";
        }
        String day =
                beside.dateWithYear().equals(when.dateWithYear())
                        ? ""
                        : beside.dateWithYear() + ", ";
        return (atClinic ? "Where you are it is " : "At the clinic it is ")
                + day
                + beside.time()
                + " "
                + beside.zoneShort()
                + ".";
    }

    /** Such as "Central Time (Chicago), the clinic's clock". */
    public String zoneInWords() {
        return when.zoneLong() + (atClinic && beside != null ? ", the clinic\u2019s clock" : "");
    }
}
