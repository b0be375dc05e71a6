package org.ilium.chart;

import java.util.List;
import org.ilium.access.AuditLine;
import org.ilium.booking.AppointmentInfo;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PatientInfo;
import org.ilium.programs.ProgramSummary;
import org.jspecify.annotations.Nullable;

/**
 * A patient's chart as far as its reader may see it. {@code clinical} is false for the front desk,
 * who then gets neither episode nor programs; only an administrator gets the audit {@code trail}.
 * {@code mayBuild} says that the reader may start programs. {@code age} is in completed years, null
 * when her birth date is not recorded.
 */
public record Chart(
        PatientInfo patient,
        @Nullable Integer age,
        boolean clinical,
        boolean mayBuild,
        @Nullable EpisodeInfo episode,
        @Nullable Standing standing,
        List<AppointmentInfo> visits,
        List<ProgramSummary> programs,
        List<AuditLine> trail) {}
