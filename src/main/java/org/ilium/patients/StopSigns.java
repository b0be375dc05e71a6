package org.ilium.patients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.CurrentStaff;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.patients.ReportedStopSign.Clearing;
import org.ilium.patients.StopSignChange.Invalid;
import org.ilium.patients.StopSignChange.Refused;
import org.ilium.patients.StopSignChange.Saved;
import org.ilium.patients.StopSignChange.Unknown;
import org.ilium.shared.TypedText;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.StopSign;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * The warning signs patients report to signed-in staff. What stands is part of {@link EpisodeInfo};
 * a cleared report is kept. Each change leaves its audit row.
 */
@ApplicationScoped
public class StopSigns {

    private static final int LONGEST_NOTE = 300;

    private final PatientRepository patients;
    private final EpisodeRepository episodes;
    private final StopSignRepository reports;
    private final PatientAudit audit;
    private final CurrentStaff staff;
    private final ClinicDirectory clinic;
    private final Clock clock;

    StopSigns(
            PatientRepository patients,
            EpisodeRepository episodes,
            StopSignRepository reports,
            PatientAudit audit,
            CurrentStaff staff,
            ClinicDirectory clinic,
            Clock clock) {
        this.patients = patients;
        this.episodes = episodes;
        this.reports = reports;
        this.audit = audit;
        this.staff = staff;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Records what she reports in her open episode; {@code reportedOn} null means today. */
    @Transactional
    public StopSignChange report(
            UUID patientId, Set<StopSign> signs, @Nullable LocalDate reportedOn) {
        LocalDate today = today();
        LocalDate on = reportedOn == null ? today : reportedOn;
        FieldErrors errors = new FieldErrors();
        if (signs.isEmpty()) {
            errors.add("signs", "Tick what she reports");
        }
        if (on.isAfter(today)) {
            errors.add("reportedOn", "The date is in the future");
        } else if (on.isBefore(today.minusYears(1))) {
            errors.add("reportedOn", "That is more than a year ago");
        }
        if (patients.lock(patientId).isEmpty()) {
            return new Unknown();
        }
        Optional<EpisodeOfCare> open = episodes.open(patientId);
        if (open.isEmpty()) {
            return Refused.NO_EPISODE;
        }
        UUID episode = open.get().id();
        Stage stage = episodes.info(open.get()).stage();
        signs.stream()
                .filter(sign -> !sign.isOf(stage))
                .forEach(
                        sign ->
                                errors.add(
                                        "signs",
                                        "“%s” is of a pregnancy, and the chart says “%s”"
                                                .formatted(sign.label(), stage.label())));
        reports.standing(episode).stream()
                .filter(known -> signs.contains(known.sign()))
                .forEach(known -> errors.add("signs", standsAlready(known)));
        if (!errors.isEmpty()) {
            return new Invalid(errors);
        }
        for (StopSign sign : signs.stream().sorted().toList()) {
            StopSignReport report =
                    new StopSignReport(episode, sign, on, staff.id(), clock.instant());
            reports.persist(report);
            audit.record("report", "stop-sign", report.id(), patientId);
        }
        reports.flush();
        return new Saved(reports.standing(episode));
    }

    /**
     * Says that a reported sign does not stop her plan any more; {@code on} null means today. The
     * note says what makes it safe to go on, such as who examined her; blank is none.
     */
    @Transactional
    public StopSignChange clear(
            UUID patientId, UUID reportId, @Nullable LocalDate on, @Nullable String note) {
        if (patients.lock(patientId).isEmpty()) {
            return new Unknown();
        }
        Optional<StopSignReport> found = reports.find(patientId, reportId);
        if (found.isEmpty()) {
            return new Unknown();
        }
        StopSignReport report = found.get();
        if (!report.stands()) {
            return Refused.CLEARED_ALREADY;
        }
        LocalDate today = today();
        LocalDate day = on == null ? today : on;
        String words = note == null ? "" : TypedText.lines(note).strip();
        FieldErrors errors = new FieldErrors();
        if (day.isAfter(today)) {
            errors.add("clearedOn", "The date is in the future");
        } else if (day.isBefore(report.reportedOn())) {
            errors.add("clearedOn", "That is before she reported it");
        }
        if (words.length() > LONGEST_NOTE) {
            errors.add("note", "Use at most " + LONGEST_NOTE + " characters");
        } else if (!TypedText.isText(words)) {
            errors.add("note", "Use plain text");
        }
        if (!errors.isEmpty()) {
            return new Invalid(errors);
        }
        report.clear(
                new Clearing(day, staff.id(), clock.instant(), words.isEmpty() ? null : words));
        reports.flush();
        audit.record("clear", "stop-sign", report.id(), patientId);
        return new Saved(reports.standing(report.episodeId()));
    }

    /** Everything she ever reported, cleared or not, the last reported first. */
    @Transactional
    public List<ReportedStopSign> history(UUID patientId) {
        return new ArrayList<>(reports.history(patientId));
    }

    private static String standsAlready(ReportedStopSign known) {
        return "“" + known.sign().label() + "” stands already since " + known.reportedOn();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinic.profile().zone());
    }
}
