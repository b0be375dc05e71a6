package org.ilium.programs.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.catalog.CatalogSearch;
import org.ilium.catalog.Effect;
import org.ilium.catalog.Exercise;
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.catalog.PatientFacts;
import org.ilium.catalog.Screening;
import org.ilium.catalog.ScreeningSettings;
import org.ilium.catalog.Verdict;
import org.ilium.programs.Draft;
import org.ilium.programs.DraftScreening;
import org.ilium.programs.PatientChart;

/** Searches the catalog for one program's patient. */
@ApplicationScoped
class PickLists {

    private final ExerciseCatalog catalog;
    private final Screening screening;
    private final DraftScreening draftScreening;
    private final PatientChart chart;
    private final CurrentStaff staff;

    PickLists(
            ExerciseCatalog catalog,
            Screening screening,
            DraftScreening draftScreening,
            PatientChart chart,
            CurrentStaff staff) {
        this.catalog = catalog;
        this.screening = screening;
        this.draftScreening = draftScreening;
        this.chart = chart;
        this.staff = staff;
    }

    PickList of(Draft draft, CatalogSearch search) {
        PatientFacts facts = draftScreening.facts(draft.patientId());
        LocalDate today = chart.today();
        ScreeningSettings weeks = draftScreening.settings();
        Set<String> held =
                draft.items().stream().map(i -> i.exercise().slug()).collect(Collectors.toSet());
        List<PickList.Pick> picks =
                catalog.search(search).stream()
                        .map(e -> pick(e, facts, today, weeks, held))
                        .toList();
        return new PickList(
                draft.programId(), picks, draft.open() && staff.may(May.BUILD_PROGRAMS));
    }

    private PickList.Pick pick(
            Exercise exercise,
            PatientFacts facts,
            LocalDate today,
            ScreeningSettings weeks,
            Set<String> held) {
        List<Verdict> against =
                screening.screen(exercise, facts, today, weeks).stream()
                        .filter(v -> v.effect() != Effect.ADVICE && !v.planLevel())
                        .toList();
        boolean blocked = against.stream().anyMatch(v -> v.effect() == Effect.BLOCK);
        return new PickList.Pick(
                exercise.slug(),
                exercise.name(),
                exercise.kind().label() + " · " + exercise.position().label(),
                exercise.defaultDosage().sentence(),
                held.contains(exercise.slug()),
                blocked,
                against.isEmpty() ? null : against.get(0).reason(),
                blocked
                        ? screening.swapsFor(exercise, facts, today, weeks).stream()
                                .filter(e -> !held.contains(e.slug()))
                                .limit(2)
                                .map(e -> new BuilderView.Swap(e.slug(), e.name()))
                                .toList()
                        : List.of());
    }
}
