package org.ilium.programs.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.AuditTrail;
import org.ilium.access.May;
import org.ilium.catalog.Effect;
import org.ilium.catalog.Exercise;
import org.ilium.catalog.ExerciseCatalog;
import org.ilium.catalog.PatientFacts;
import org.ilium.catalog.Screening;
import org.ilium.catalog.ScreeningSettings;
import org.ilium.catalog.Verdict;
import org.ilium.programs.DraftScreening;
import org.ilium.programs.PatientChart;
import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/** Screening on its own, without a program. */
@Path("/api/v1/screenings")
@Blocking
@RolesAllowed(May.SEE_CLINICAL)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programs")
class ScreeningsApi {

    private static final long MOST_DAYS_AWAY = 3653;

    private final ExerciseCatalog catalog;
    private final Screening screening;
    private final DraftScreening draftScreening;
    private final PatientChart chart;
    private final AuditTrail audit;

    ScreeningsApi(
            ExerciseCatalog catalog,
            Screening screening,
            DraftScreening draftScreening,
            PatientChart chart,
            AuditTrail audit) {
        this.catalog = catalog;
        this.screening = screening;
        this.draftScreening = draftScreening;
        this.chart = chart;
        this.audit = audit;
    }

    @POST
    @Operation(
            summary = "Screen exercises for a patient, or for facts given here",
            description = "Give patientId or facts, not both. Without a date: today at the clinic.")
    public Screened screen(@Valid @NotNull Asked asked) {
        FieldErrors errors = new FieldErrors();
        LocalDate today = chart.today();
        LocalDate date = asked.date == null ? today : asked.date;
        if (Math.abs(ChronoUnit.DAYS.between(today, date)) > MOST_DAYS_AWAY) {
            throw RefusedException.of(errors.add("date", "must be within ten years of today"));
        }
        PatientFacts facts = facts(asked, date, errors);
        List<Exercise> exercises = new ArrayList<>();
        for (String slug : asked.exercises) {
            catalog.find(Objects.requireNonNullElse(slug, ""))
                    .ifPresentOrElse(
                            exercises::add,
                            () -> errors.add("exercises", "names one the catalog does not have"));
        }
        if (!errors.isEmpty()) {
            throw RefusedException.of(errors);
        }
        ScreeningSettings weeks = draftScreening.settings();
        List<Verdict> verdicts = screening.screen(exercises, facts, date, weeks);
        return new Screened(
                date,
                verdicts.stream().map(VerdictJson::of).toList(),
                swaps(exercises, verdicts, facts, date, weeks));
    }

    private PatientFacts facts(Asked asked, LocalDate date, FieldErrors errors) {
        if ((asked.patientId == null) == (asked.facts == null)) {
            throw RefusedException.of(
                    errors.add("patientId", "must be given, or facts, and not both"));
        }
        if (asked.facts != null) {
            return asked.facts.facts(date, errors);
        }
        UUID patient = Objects.requireNonNull(asked.patientId);
        chart.patient(patient).orElseThrow(RefusedException::notFound);
        audit.record("read", "episode-of-care", null, patient);
        return draftScreening.facts(patient);
    }

    private Map<String, List<String>> swaps(
            List<Exercise> exercises,
            List<Verdict> verdicts,
            PatientFacts facts,
            LocalDate date,
            ScreeningSettings weeks) {
        Map<String, List<String>> swaps = new LinkedHashMap<>();
        for (Exercise exercise : exercises) {
            boolean blocked =
                    verdicts.stream()
                            .anyMatch(
                                    v ->
                                            v.effect() == Effect.BLOCK
                                                    && exercise.slug().equals(v.itemSlug()));
            if (blocked) {
                swaps.put(
                        exercise.slug(),
                        screening.swapsFor(exercise, facts, date, weeks).stream()
                                .map(Exercise::slug)
                                .toList());
            }
        }
        return swaps;
    }

    @Schema(name = "NewScreening")
    record Asked(
            @Nullable UUID patientId,
            @Nullable @Valid FactsJson facts,
            @NotEmpty(message = "must name at least one")
                    @Size(max = 100, message = "must be 100 or fewer")
                    List<String> exercises,
            @Nullable LocalDate date) {

        @Override
        public String toString() {
            return "NewScreening";
        }
    }

    @Schema(name = "Screening")
    record Screened(LocalDate date, List<VerdictJson> verdicts, Map<String, List<String>> swaps) {}
}
