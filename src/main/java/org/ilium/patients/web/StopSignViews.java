package org.ilium.patients.web;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.StaffAccounts;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.Patients;
import org.ilium.patients.ReportedStopSign;
import org.ilium.patients.ReportedStopSign.Clearing;
import org.ilium.patients.StopSigns;
import org.ilium.shared.pregnancy.StopSign;
import org.jspecify.annotations.Nullable;

/** Says what a patient reported in words, with the names of those who wrote it down. */
@Singleton
class StopSignViews {

    private final Patients patients;
    private final StopSigns stopSigns;
    private final StaffAccounts accounts;
    private final PatientViews words;

    StopSignViews(
            Patients patients, StopSigns stopSigns, StaffAccounts accounts, PatientViews words) {
        this.patients = patients;
        this.stopSigns = stopSigns;
        this.accounts = accounts;
        this.words = words;
    }

    /** One report; {@code cleared} is empty while it stands. */
    record Line(
            UUID id, String sign, LocalDate since, String reported, String cleared, String note) {}

    /** What stands, what stood before, and the signs that may still be reported. */
    record All(
            List<Line> standing,
            List<Line> before,
            List<StopSign> choices,
            boolean open,
            LocalDate today) {}

    Optional<PatientView> patient(UUID id) {
        return patients.find(id).map(words::of);
    }

    All of(UUID patientId) {
        List<ReportedStopSign> all = stopSigns.history(patientId);
        Optional<EpisodeInfo> open = patients.openEpisode(patientId);
        Set<UUID> ids = new HashSet<>();
        for (ReportedStopSign report : all) {
            ids.add(report.recordedBy());
            if (report.cleared() != null) {
                ids.add(report.cleared().by());
            }
        }
        Map<UUID, String> names = accounts.names(ids);
        return new All(
                all.stream().filter(ReportedStopSign::stands).map(r -> line(r, names)).toList(),
                all.stream().filter(r -> !r.stands()).map(r -> line(r, names)).toList(),
                open.map(EpisodeInfo::signsToReport).orElse(List.of(StopSign.values())),
                open.isPresent(),
                words.today());
    }

    private Line line(ReportedStopSign report, Map<UUID, String> names) {
        Clearing cleared = report.cleared();
        return new Line(
                report.id(),
                report.sign().label(),
                report.reportedOn(),
                said("reported", report.reportedOn(), names.get(report.recordedBy())),
                cleared == null ? "" : said("cleared", cleared.on(), names.get(cleared.by())),
                cleared == null || cleared.note() == null ? "" : cleared.note());
    }

    private String said(String what, LocalDate on, @Nullable String by) {
        return what + " " + words.day(on) + (by == null ? "" : ", written down by " + by);
    }
}
