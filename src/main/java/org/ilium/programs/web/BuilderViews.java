package org.ilium.programs.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.catalog.Effect;
import org.ilium.catalog.Exercise;
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.catalog.PatientFacts;
import org.ilium.catalog.Screening;
import org.ilium.catalog.Verdict;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Standing;
import org.ilium.programs.Draft;
import org.ilium.programs.DraftItem;
import org.ilium.programs.DraftScreening;
import org.ilium.programs.PatientChart;
import org.ilium.programs.Sending;
import org.ilium.shared.pregnancy.Condition;
import org.jspecify.annotations.Nullable;

/** Builds what the builder shows of a draft. */
@ApplicationScoped
class BuilderViews {

    private final PatientChart chart;
    private final ExerciseCatalog catalog;
    private final Screening screening;
    private final DraftScreening draftScreening;
    private final Sending sending;
    private final CurrentStaff staff;

    BuilderViews(
            PatientChart chart,
            ExerciseCatalog catalog,
            Screening screening,
            DraftScreening draftScreening,
            Sending sending,
            CurrentStaff staff) {
        this.chart = chart;
        this.catalog = catalog;
        this.screening = screening;
        this.draftScreening = draftScreening;
        this.sending = sending;
        this.staff = staff;
    }

    BuilderView of(Draft draft, @Nullable String told, @Nullable String problem) {
        PatientInfo patient = chart.patient(draft.patientId()).orElseThrow();
        EpisodeInfo episode = chart.openEpisode(draft.patientId()).orElse(null);
        List<VerdictView> planVerdicts =
                draft.verdicts().stream()
                        .filter(v -> v.verdict().planLevel())
                        .filter(v -> v.verdict().effect() != Effect.ADVICE)
                        .map(v -> VerdictView.of(v, draft, catalog))
                        .toList();
        return new BuilderView(
                draft.programId(),
                draft.patientId(),
                draft.revision(),
                draft.open(),
                staff.may(May.BUILD_PROGRAMS),
                patient.fullName(),
                Standing.of(episode, chart.today()).text(),
                known(episode),
                draft.title(),
                Objects.requireNonNullElse(draft.note(), ""),
                items(draft),
                planVerdicts,
                advice(draft),
                draft.hints(),
                sending.preview(draft.programId()).map(p -> p.content().totalMinutes()).orElse(0),
                waits(draft),
                draft.currentVersion(),
                told,
                problem);
    }

    /** What stops her plan, why she comes, then what is known of her. */
    private static List<String> known(@Nullable EpisodeInfo episode) {
        if (episode == null) {
            return List.of();
        }
        return Stream.of(
                        episode.stopSigns().stream().map(r -> "Reports: " + r.sign().label()),
                        Stream.ofNullable(episode.reason())
                                .map(reason -> "Chief complaint: " + reason),
                        episode.conditions().stream().map(Condition::label).sorted())
                .flatMap(facts -> facts)
                .toList();
    }

    private List<BuilderView.Item> items(Draft draft) {
        List<BuilderView.Item> views = new ArrayList<>();
        PatientFacts facts = draftScreening.facts(draft.patientId());
        LocalDate today = chart.today();
        int count = draft.items().size();
        for (int i = 0; i < count; i++) {
            DraftItem item = draft.items().get(i);
            Exercise exercise = item.exercise();
            List<VerdictView> verdicts =
                    draft.verdicts().stream()
                            .filter(v -> exercise.slug().equals(v.verdict().itemSlug()))
                            .map(v -> VerdictView.of(v, draft, catalog))
                            .toList();
            boolean blocked = verdicts.stream().anyMatch(v -> v.effect().equals("block"));
            views.add(
                    new BuilderView.Item(
                            exercise.slug(),
                            exercise.name(),
                            exercise.kind().label() + " · " + exercise.position().label(),
                            exercise.signedOff(),
                            item.dosage(),
                            item.dosage().sentence(),
                            Objects.requireNonNullElse(item.note(), ""),
                            verdicts,
                            blocked ? swaps(exercise, draft, facts, today) : List.of(),
                            i + 1,
                            i == 0,
                            i == count - 1));
        }
        return views;
    }

    private List<BuilderView.Swap> swaps(
            Exercise blocked, Draft draft, PatientFacts facts, LocalDate today) {
        return screening.swapsFor(blocked, facts, today, draftScreening.settings()).stream()
                .filter(e -> draft.items().stream().noneMatch(i -> i.exercise().equals(e)))
                .map(e -> new BuilderView.Swap(e.slug(), e.name()))
                .toList();
    }

    private static List<String> advice(Draft draft) {
        return draft.verdicts().stream()
                .map(Draft.Answered::verdict)
                .filter(v -> v.effect() == Effect.ADVICE && v.patientText() == null)
                .map(Verdict::reason)
                .toList();
    }

    private static @Nullable String waits(Draft draft) {
        if (draft.refusal() != null) {
            return draft.refusal().reason();
        }
        StillToDo toDo = StillToDo.of(draft.unresolved());
        return toDo.isNothing() ? null : toDo.counted();
    }
}
