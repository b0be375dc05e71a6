package org.ilium.chart.web;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.ilium.access.StaffAccounts;
import org.ilium.booking.schedule.Appointments;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.programs.PainAlert;
import org.ilium.programs.PainAlerts;
import org.jspecify.annotations.Nullable;

/** Puts pain alerts into words. */
@Singleton
class PainViews {

    /** What a therapist typed for an alert that could not be marked; shown to her again. */
    record Typed(UUID alert, String note) {}

    /** A patient's alerts: those that wait, and those handled last. */
    record OfPatient(List<PainView> open, List<PainView> handled) {

        static final OfPatient NONE = new OfPatient(List.of(), List.of());
    }

    private final PainAlerts alerts;
    private final Patients patients;
    private final StaffAccounts accounts;
    private final Appointments appointments;

    PainViews(
            PainAlerts alerts,
            Patients patients,
            StaffAccounts accounts,
            Appointments appointments) {
        this.alerts = alerts;
        this.patients = patients;
        this.accounts = accounts;
        this.appointments = appointments;
    }

    /** What waits for the signed-in therapist; leaves the audit row. */
    List<PainView> mine(@Nullable Typed typed) {
        return views(alerts.readMine(), typed);
    }

    OfPatient ofPatient(UUID patientId, @Nullable Typed typed) {
        List<PainView> all = views(alerts.ofPatient(patientId), typed);
        return new OfPatient(
                all.stream().filter(a -> a.handled().isEmpty()).toList(),
                all.stream().filter(a -> !a.handled().isEmpty()).toList());
    }

    private List<PainView> views(List<PainAlert> shown, @Nullable Typed typed) {
        if (shown.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> handlers =
                accounts.names(
                        shown.stream()
                                .map(PainAlert::handled)
                                .filter(Objects::nonNull)
                                .map(PainAlert.Handled::by)
                                .toList());
        PainView.Names names =
                new PainView.Names() {
                    @Override
                    public String patient(UUID id) {
                        return patients.find(id).map(PatientInfo::fullName).orElse("");
                    }

                    @Override
                    public @Nullable String phone(UUID id) {
                        return patients.find(id).map(PatientInfo::phone).orElse(null);
                    }

                    @Override
                    public @Nullable String staff(UUID id) {
                        return handlers.get(id);
                    }
                };
        return shown.stream()
                .map(a -> PainView.of(a, names, typed(a, typed), appointments.zone()))
                .toList();
    }

    private static @Nullable String typed(PainAlert alert, @Nullable Typed typed) {
        return typed != null && typed.alert().equals(alert.id()) ? typed.note() : null;
    }
}
