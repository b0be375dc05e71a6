package org.ilium.chart;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.access.AuditLine;
import org.ilium.booking.schedule.Appointments;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PastEpisode;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Standing;
import org.ilium.programs.PlanHold;
import org.ilium.programs.PlanMisfit;
import org.ilium.programs.ProgramSummary;
import org.jspecify.annotations.Nullable;

/**
 * A patient's chart as far as its reader may see it. {@code clinical} is false for the front desk,
 * who then gets neither episode nor programs; only an administrator gets the audit {@code trail}.
 * {@code mayBuild} says that the reader may start programs. {@code age} is in completed years, null
 * when her birth date is not recorded. {@code misfits} are sent plans that do not fit her facts of
 * today, {@code held} those that are kept from being followed; {@code earlier} her closed episodes,
 * the last closed first; {@code staffNames} by account those who wrote down what stops her plan.
 * {@code afterLoss} is whether no review is asked for since a pregnancy ended, never true for the
 * front desk.
 */
public record Chart(
        PatientInfo patient,
        @Nullable Integer age,
        boolean clinical,
        boolean mayBuild,
        @Nullable EpisodeInfo episode,
        @Nullable Standing standing,
        boolean afterLoss,
        Appointments.Visits visits,
        List<ProgramSummary> programs,
        List<PlanMisfit> misfits,
        Map<UUID, PlanHold> held,
        List<PastEpisode> earlier,
        Map<UUID, String> staffNames,
        List<AuditLine> trail) {}
