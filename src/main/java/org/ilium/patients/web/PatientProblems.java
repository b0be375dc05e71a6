package org.ilium.patients.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.patients.EpisodeChange;
import org.ilium.patients.PatientChange;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Registration;
import org.ilium.patients.Registration.Duplicate;
import org.ilium.patients.Registration.LikelyDuplicates;
import org.ilium.patients.Stalemate;
import org.ilium.patients.StopSignChange;
import org.ilium.shared.Refusal;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/** What was refused, as the problem that tells of it. */
final class PatientProblems {

    /** What the form calls otherwise than the JSON body. */
    private static final Map<String, String> IN_JSON =
            Map.of(
                    "screeningDate", "screening.takenOn",
                    "lossDate", "lastLoss.on",
                    "lossWeeks", "lastLoss.weeks");

    private static final String CANDIDATES = "candidates";

    private PatientProblems() {}

    static RefusedException of(Registration outcome) {
        if (outcome instanceof Registration.Invalid invalid) {
            return RefusedException.of(invalid.errors());
        }
        if (outcome instanceof Registration.KeyReused reused) {
            return new RefusedException(Problem.of(reused));
        }
        if (outcome instanceof Registration.WarningNeeded needed) {
            return new RefusedException(Problem.of(needed));
        }
        LikelyDuplicates likely = (LikelyDuplicates) outcome;
        return likely(likely, likely.candidates());
    }

    private static RefusedException likely(Refusal refusal, List<Duplicate> found) {
        List<PatientJson.Candidate> candidates =
                found.stream().map(PatientProblems::candidate).toList();
        return new RefusedException(Problem.of(refusal).with(Map.of(CANDIDATES, candidates)));
    }

    static RefusedException of(PatientChange outcome) {
        if (outcome instanceof PatientChange.Invalid invalid) {
            return RefusedException.of(invalid.errors());
        }
        if (outcome instanceof PatientChange.Stale stale) {
            return stale(stale.current().version(), stale);
        }
        if (outcome instanceof PatientChange.LikelyDuplicates likely) {
            return likely(likely, likely.candidates());
        }
        return refused(outcome);
    }

    static RefusedException of(EpisodeChange outcome) {
        if (outcome instanceof EpisodeChange.Invalid invalid) {
            return RefusedException.of(invalid.errors().named(IN_JSON));
        }
        if (outcome instanceof EpisodeChange.Stale stale) {
            return stale(stale.current() == null ? null : stale.current().version(), stale);
        }
        if (outcome instanceof EpisodeChange.ForTherapists clinical) {
            return new RefusedException(Problem.of(clinical).withErrors(clinical.errors().list()));
        }
        return refused(outcome);
    }

    static RefusedException of(StopSignChange outcome) {
        return outcome instanceof StopSignChange.Invalid invalid
                ? RefusedException.of(invalid.errors())
                : refused(outcome);
    }

    private static RefusedException refused(Object outcome) {
        return outcome instanceof Refusal refusal
                ? new RefusedException(Problem.of(refusal))
                : RefusedException.notFound();
    }

    private static RefusedException stale(@Nullable Integer version, Stalemate stale) {
        return new RefusedException(Problem.stale(version, stale.differences()));
    }

    /** Who is shown by this problem as one who may be the same person. */
    static List<UUID> candidates(Problem problem) {
        return problem.more().get(CANDIDATES) instanceof List<?> shown
                ? shown.stream().map(one -> ((PatientJson.Candidate) one).id()).toList()
                : List.of();
    }

    private static PatientJson.Candidate candidate(Duplicate duplicate) {
        PatientInfo patient = duplicate.patient();
        return new PatientJson.Candidate(
                patient.id(),
                patient.fullName(),
                patient.formerNames(),
                patient.birthDate(),
                patient.phone(),
                duplicate.alike());
    }
}
