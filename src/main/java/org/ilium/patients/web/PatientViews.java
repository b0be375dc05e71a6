package org.ilium.patients.web;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.PhoneNumbers;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.patients.Registration.Duplicate;
import org.ilium.shared.pregnancy.PregnancyDates;
import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;

/** Says what is recorded of a patient in words, as of today at the clinic. */
@Singleton
class PatientViews {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

    private final Patients patients;
    private final ClinicDirectory clinic;
    private final Clock clock;

    PatientViews(Patients patients, ClinicDirectory clinic, Clock clock) {
        this.patients = patients;
        this.clinic = clinic;
        this.clock = clock;
    }

    List<PatientView> of(List<PatientInfo> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<UUID, EpisodeInfo> episodes =
                patients.openEpisodes(found.stream().map(PatientInfo::id).toList());
        return found.stream().map(p -> view(p, episodes.get(p.id()))).toList();
    }

    /** Each leaves the audit row of one who was shown to staff. */
    List<LikelyPatient> likely(List<Duplicate> candidates) {
        candidates.forEach(c -> patients.recordRead(c.patient().id(), "patient"));
        return candidates.stream().map(c -> new LikelyPatient(of(c.patient()), c.alike())).toList();
    }

    List<PatientJson.Found> found(List<PatientInfo> found) {
        Map<UUID, EpisodeInfo> episodes =
                patients.openEpisodes(found.stream().map(PatientInfo::id).toList());
        return found.stream()
                .map(
                        p ->
                                new PatientJson.Found(
                                        p.id(),
                                        p.fullName(),
                                        p.formerNames(),
                                        p.birthDate(),
                                        p.phone(),
                                        episodes.containsKey(p.id())
                                                ? weeks(episodes.get(p.id()))
                                                : null))
                .toList();
    }

    PatientView of(PatientInfo patient) {
        return view(patient, patients.openEpisode(patient.id()).orElse(null));
    }

    private PatientView view(PatientInfo patient, @Nullable EpisodeInfo episode) {
        LocalDate born = patient.birthDate();
        return new PatientView(
                patient.id(),
                patient.fullName(),
                String.join(", ", patient.formerNames()),
                born == null ? null : DAY.format(born),
                born == null ? null : age(born),
                patient.phone() == null ? null : PhoneNumbers.shown(patient.phone()),
                patient.email(),
                episode == null ? null : weeks(episode),
                episode != null && episode.stage() != Stage.NEITHER);
    }

    private String age(LocalDate born) {
        int years = Period.between(born, today()).getYears();
        return years == 1 ? "1 year" : years + " years";
    }

    /** Such as "21 weeks 3 days pregnant". */
    String weeks(EpisodeInfo episode) {
        LocalDate due = episode.dueDate();
        LocalDate birth = episode.birthDate();
        return switch (episode.stage()) {
            case PREGNANT ->
                    due == null
                            ? "Pregnant, due date unknown"
                            : PregnancyDates.gestationalAge(due, today()).text() + " pregnant";
            case POSTPARTUM ->
                    birth == null
                            ? "After birth, date unknown"
                            : PregnancyDates.sinceBirth(birth, today()).text() + " after birth";
            // how a pregnancy ended is not for everybody who reads this
            case NEITHER -> "Not pregnant";
        };
    }

    String day(LocalDate date) {
        return DAY.format(date);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinic.profile().zone());
    }
}
