package org.ilium.demo;

import java.time.LocalDate;
import java.util.Set;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.EpisodeInfo.Screening;
import org.ilium.patients.PlanDelivery;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;

/** A made-up patient and her facts, told from today. */
record DemoPerson(
        String name,
        String familyName,
        int age,
        PlanDelivery delivery,
        @Nullable EpisodeEntry episode) {

    static DemoPerson of(String name, String familyName, int age, @Nullable EpisodeEntry episode) {
        return new DemoPerson(name, familyName, age, PlanDelivery.NOTICE_AND_LINK, episode);
    }

    DemoPerson wants(PlanDelivery choice) {
        return new DemoPerson(name, familyName, age, choice, episode);
    }

    /** Her facts as they were known on an earlier date, screened on it; null when nothing was. */
    @Nullable EpisodeEntry episodeOn(LocalDate date) {
        if (episode == null) {
            return null;
        }
        if (isBornAfter(date)) {
            EpisodeEntry due = EpisodeEntry.pregnant(episode.birthDate());
            return with(due, null, episode.reason());
        }
        Screening screening = episode.screening();
        return screening == null
                ? episode
                : with(
                        episode,
                        new Screening(screening.form(), screening.outcome(), date),
                        episode.reason());
    }

    /** Whether her baby came later than that date. */
    boolean isBornAfter(LocalDate date) {
        return episode != null && episode.birthDate() != null && episode.birthDate().isAfter(date);
    }

    private static EpisodeEntry with(
            EpisodeEntry entry, @Nullable Screening screening, @Nullable String reason) {
        return new EpisodeEntry(
                entry.stage(),
                entry.dueDate(),
                entry.birthDate(),
                entry.birthMode(),
                entry.plurality(),
                entry.conditions(),
                screening,
                reason);
    }

    /** Pregnant, that far along on {@code today}, with a clear screening. */
    static EpisodeEntry pregnant(
            LocalDate today, int weeks, int days, String reason, Condition... conditions) {
        return new EpisodeEntry(
                Stage.PREGNANT,
                today.plusDays(280 - (7L * weeks + days)),
                null,
                BirthMode.UNKNOWN,
                1,
                Set.of(conditions),
                new Screening(ScreeningForm.GAQ_P, ScreeningOutcome.CLEAR, today.minusDays(20)),
                reason);
    }

    static EpisodeEntry several(EpisodeEntry one, int plurality) {
        return new EpisodeEntry(
                one.stage(),
                one.dueDate(),
                one.birthDate(),
                one.birthMode(),
                plurality,
                one.conditions(),
                one.screening(),
                one.reason());
    }

    /** After a birth that long before {@code today}; nobody has screened her since. */
    static EpisodeEntry born(
            LocalDate today, int weeks, BirthMode mode, String reason, Condition... conditions) {
        return new EpisodeEntry(
                Stage.POSTPARTUM,
                null,
                today.minusWeeks(weeks),
                mode,
                1,
                Set.of(conditions),
                null,
                reason);
    }

    /** Pregnant, and nobody has asked for the due date yet. */
    static EpisodeEntry dueDateUnknown(String reason) {
        return new EpisodeEntry(
                Stage.PREGNANT, null, null, BirthMode.UNKNOWN, 1, Set.of(), null, reason);
    }
}
