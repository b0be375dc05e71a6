package org.ilium.patients;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.patients.EpisodeChange.ForTherapists;
import org.ilium.patients.EpisodeChange.Invalid;
import org.ilium.patients.EpisodeChange.Saved;
import org.ilium.patients.EpisodeChange.Stale;
import org.ilium.patients.EpisodeChange.Unknown;
import org.ilium.patients.EpisodeInfo.Screening;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyDates;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Episodes of care; the patient's row is locked for a change, so that one alone opens one. */
@Singleton
class Episodes {

    static final int EARLIER_COUNTS_WEEKS = 53;

    /** Nearer to each other, two losses are one with its day put right. */
    private static final int LOSSES_APART_DAYS = 42;

    /** So many answers about dates say little of one that is not shown. */
    private static final int MOST_TRIES = 3;

    private static final Duration TRIES_WITHIN = Duration.ofDays(30);

    private static final String TRIED =
            "This was changed several times within a month: a therapist changes it now";

    private final PatientRepository patients;
    private final EpisodeRepository episodes;
    private final ClinicalFacts clinical;
    private final PatientAudit audit;

    Episodes(
            PatientRepository patients,
            EpisodeRepository episodes,
            ClinicalFacts clinical,
            PatientAudit audit) {
        this.patients = patients;
        this.episodes = episodes;
        this.clinical = clinical;
        this.audit = audit;
    }

    Optional<EpisodeInfo> open(UUID patientId) {
        return episodes.open(patientId).map(episodes::info);
    }

    Map<UUID, EpisodeInfo> open(Collection<UUID> patientIds) {
        return episodes.open(patientIds);
    }

    Map<UUID, EpisodeInfo> newest(Collection<UUID> patientIds) {
        List<EpisodeOfCare> newest =
                episodes.all(patientIds).values().stream().map(all -> all.get(0)).toList();
        return episodes.infos(newest).stream()
                .collect(Collectors.toMap(EpisodeInfo::patientId, episode -> episode));
    }

    Set<UUID> pregnancyEnded(Collection<UUID> patientIds) {
        return episodes.all(patientIds).entrySet().stream()
                .filter(hers -> pregnancyEnded(hers.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean pregnancyEnded(List<EpisodeOfCare> all) {
        EpisodeOfCare newest = all.get(0);
        return newest.endedInLoss() || all.size() > 1 && isAfterLoss(newest, all.get(1));
    }

    /** Whether that holds, or one of her last babies is not living: nobody asks how it was. */
    boolean mayGrieve(UUID patientId) {
        List<EpisodeOfCare> all = episodes.all(patientId);
        return !all.isEmpty()
                && (pregnancyEnded(all)
                        || all.get(0).birthHadLoss()
                        || all.size() > 1
                                && all.get(1).birthHadLoss()
                                && isNothingSince(all.get(1), all.get(0)));
    }

    /** Whether she can have been born on that day, by the pregnancies and births on record. */
    boolean fit(UUID patientId, LocalDate born) {
        return episodes.all(patientId).stream().allMatch(episode -> AgeCheck.fits(born, episode));
    }

    /** A loss in the episode before counts until a pregnancy or a later birth is on record. */
    private static boolean isAfterLoss(EpisodeOfCare newest, EpisodeOfCare before) {
        if (newest.isOfNeither() && before.wasPregnant()) {
            return true;
        }
        return before.endedInLoss() && isNothingSince(before, newest);
    }

    /** Whether the newest episode knows of no pregnancy and no birth after the one before. */
    private static boolean isNothingSince(EpisodeOfCare before, EpisodeOfCare newest) {
        return !newest.wasPregnant() && !newest.isOfLaterBirthThan(before);
    }

    EpisodeChange record(
            UUID patientId,
            EpisodeEntry typed,
            boolean lossTakenBack,
            @Nullable Integer seenVersion,
            LocalDate today) {
        Optional<Patient> patient = patients.lock(patientId);
        if (patient.isEmpty()) {
            return new Unknown();
        }
        EpisodeOfCare episode = episodes.open(patientId).orElse(null);
        EpisodeInfo current = episode == null ? null : episodes.info(episode);
        FieldErrors errors = new FieldErrors();
        clinical.tried(current, typed).forEach(field -> errors.add(field, TRIED));
        if (!errors.isEmpty()) {
            if (audit.tries(patientId, TRIES_WITHIN) >= MOST_TRIES) {
                return new Invalid(errors);
            }
            audit.recordTry(patientId);
        }
        Open open = new Open(patient.get(), episode, current);
        return record(open, typed, lossTakenBack, seenVersion, today);
    }

    /** Her open episode, and the same as it is read; null for none. */
    private record Open(
            Patient patient, @Nullable EpisodeOfCare episode, @Nullable EpisodeInfo current) {}

    private EpisodeChange record(
            Open open,
            EpisodeEntry typed,
            boolean lossTakenBack,
            @Nullable Integer seenVersion,
            LocalDate today) {
        UUID patientId = open.patient().id();
        EpisodeOfCare episode = open.episode();
        EpisodeInfo current = open.current();
        Integer version = episode == null ? null : (Integer) episode.version();
        List<EpisodeOfCare> earlier = episode == null ? episodes.all(patientId) : List.of();
        EpisodeOfCare last = episode != null || earlier.isEmpty() ? episode : earlier.get(0);
        FieldErrors errors = new FieldErrors();
        EpisodeEntry said = clinical.unseenKept(current, typed);
        EpisodeEntry kept = lossTakenBack ? said : lossKept(current, said, today);
        if (current != null) {
            kept = lossFitting(current, kept, today, errors);
        } else if (last != null) {
            kept = Before.of(last, today).with(kept, errors);
        }
        kept = birthRemembered(kept, last, today, errors);
        outcomeKept(current, kept, errors);
        clinical.checkStage(current, kept, errors);
        errors.addAll(kept.unusable(current == null ? Set.of() : current.conditions()).list());
        EpisodeEntry entered =
                EpisodeCheck.check(kept, today, errors.isEmpty() ? errors : new FieldErrors());
        if (errors.isEmpty()) {
            AgeCheck.check(open.patient().entry().birthDate(), entered, today, errors);
        }
        if (!errors.isEmpty()) {
            return new Invalid(clinical.readable(errors));
        }
        if (!Objects.equals(version, seenVersion)) {
            return new Stale(current, EntryDifferences.of(current, entered));
        }
        // what the program itself takes over from the episode before is nobody's change
        FieldErrors forbidden = clinical.forbidden(current, current == null ? said : entered);
        if (!forbidden.isEmpty()) {
            return new ForTherapists(forbidden);
        }
        Screening newer = current == null ? null : current.latestScreening();
        Screening given = entered.screening();
        if (newer != null && given != null && given.takenOn().isBefore(newer.takenOn())) {
            errors.add(
                    "screeningDate",
                    "The result on file is newer, of %s. The newest one counts."
                            .formatted(newer.takenOn()));
            return new Invalid(errors);
        }
        String action = episode == null ? "create" : "change";
        if (episode == null) {
            episode = new EpisodeOfCare(patientId, entered, today);
            if (last != null) {
                episode.knowsBirthOf(last);
            }
            episodes.persist(episode);
        } else {
            episode.change(entered, today);
        }
        episodes.flush();
        addIfNew(episode, entered.screening());
        audit.record(action, "episode", episode.id(), patientId);
        return new Saved(episodes.info(episode));
    }

    /**
     * As long as a birth counts, no stage forgets it: the rules for the time after it hold. Beside
     * a loss that came later, or a pregnancy, it stays; alone, it is the stage after birth.
     */
    private static EpisodeEntry birthRemembered(
            EpisodeEntry typed,
            @Nullable EpisodeOfCare known,
            LocalDate today,
            FieldErrors errors) {
        LocalDate birth = known == null ? null : known.birthDate();
        if (known != null
                && birth != null
                && typed.stage() == Stage.POSTPARTUM
                && typed.birthDate() == null
                && known.birthWasLoss()) {
            return typed.withBirth(birth, known.birthMode());
        }
        if (known == null
                || birth == null
                || typed.stage() == Stage.POSTPARTUM
                || typed.birthDate() != null
                || birth.isBefore(today.minusWeeks(EARLIER_COUNTS_WEEKS))) {
            return typed;
        }
        if (typed.stage() == Stage.PREGNANT) {
            // that of a closed episode was looked at with the rest of it
            return known.wasPregnant() || known.closedOn() != null
                    ? typed
                    : Before.withBirth(typed, birth, known.birthMode(), today, errors);
        }
        if (typed.loss() != null && typed.loss().on().isAfter(birth)) {
            return typed.withBirth(birth, known.birthMode());
        }
        errors.add(
                "stage",
                "A birth on %s is on record: for a year after it the stage is “%s”. If that is a mistake, save it with no date of birth first."
                        .formatted(birth, Stage.POSTPARTUM.label()));
        return typed;
    }

    /** How a birth went, once somebody said so, does not go away with a day that is mistyped. */
    private static void outcomeKept(
            @Nullable EpisodeInfo current, EpisodeEntry typed, FieldErrors errors) {
        LocalDate known = current == null ? null : current.birthDate();
        LocalDate said = typed.birthDate();
        if (current != null
                && known != null
                && said != null
                && current.stage() == Stage.POSTPARTUM
                && current.birthOutcome() != null
                && !EpisodeCheck.isOneBirth(known, said)) {
            errors.add(
                    "birthDate",
                    "How the birth on %s went is on record, and this day is of another birth: put that right first, or close this episode"
                            .formatted(known));
        }
    }

    /**
     * A loss that is left out stays, unless she was pregnant already: then there was none. That a
     * pregnancy ended, nobody knew how, gives way to the birth it ended in.
     */
    private static EpisodeEntry lossKept(
            @Nullable EpisodeInfo current, EpisodeEntry typed, LocalDate today) {
        Loss loss = current == null ? null : current.loss();
        boolean isSaid = typed.loss() != null && !typed.loss().equals(loss);
        if (current == null || loss == null || isSaid || current.stage() == Stage.PREGNANT) {
            return typed;
        }
        boolean wasBirth =
                typed.stage() == Stage.POSTPARTUM && loss.outcome() == PregnancyOutcome.NOT_SAID;
        EpisodeEntry kept = typed.withLoss(loss);
        // nobody said that it ended: another stage was chosen by mistake
        boolean wasMistake =
                typed.stage() == Stage.PREGNANT
                        && current.ending() != null
                        && current.ending().outcome() == null
                        && !kept.impossible(today).isEmpty();
        return wasBirth || wasMistake ? typed.withLoss(null) : kept;
    }

    /** A loss that is said must be the newest, and fit the pregnancy it ends. */
    private static EpisodeEntry lossFitting(
            EpisodeInfo current, EpisodeEntry typed, LocalDate today, FieldErrors errors) {
        Loss said = typed.loss();
        Loss known = current.loss();
        if (said == null || said.equals(known) || said.on().isAfter(today)) {
            return typed;
        }
        LocalDate due = current.dueDate();
        boolean ends = current.stage() == Stage.PREGNANT && typed.stage() == Stage.NEITHER;
        if (ends && due != null) {
            return lossOf(due, said, typed, errors);
        }
        if (known != null && isOlder(said, known)) {
            errors.add(
                    "lossDate",
                    "A later one is on record, of %s: the newest counts. If that is a mistake, put it right first"
                            .formatted(known.on()));
        }
        return typed;
    }

    /** Of another pregnancy, and not the day of the same one put right. */
    private static boolean isOlder(Loss said, Loss known) {
        boolean isSame =
                said.outcome() == known.outcome() && Objects.equals(said.weeks(), known.weeks());
        return !isSame && said.on().isBefore(known.on().minusDays(LOSSES_APART_DAYS));
    }

    private static EpisodeEntry lossOf(
            LocalDate due, Loss said, EpisodeEntry typed, FieldErrors errors) {
        int lasted = PregnancyDates.gestationalAge(due, said.on()).weeks();
        Integer weeks = said.weeks();
        if (said.on().isBefore(PregnancyDates.conception(due))) {
            errors.add("lossDate", "Say how this pregnancy ended: it had not begun on that day");
            return typed;
        }
        if (weeks != null) {
            EpisodeCheck.weeksByDueDate(weeks, lasted, "lossWeeks", errors);
        }
        if (errors.on("lossWeeks") != null) {
            return typed;
        }
        EpisodeCheck.weeksAtEnd(said.outcome(), lasted, "lossOutcome", errors);
        return typed.withLoss(new Loss(said.outcome(), said.on(), said.surgical(), lasted));
    }

    private void addIfNew(EpisodeOfCare episode, @Nullable Screening screening) {
        if (screening != null
                && !episodes.latestScreening(episode).filter(screening::equals).isPresent()) {
            episodes.add(episode.id(), screening);
        }
    }
}
