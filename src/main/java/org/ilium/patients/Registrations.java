package org.ilium.patients;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.ilium.patients.Registration.Duplicate;
import org.ilium.patients.Registration.KeyReused;
import org.ilium.patients.Registration.LikelyDuplicates;
import org.ilium.patients.Registration.Registered;
import org.ilium.patients.RepeatedRegistrations.Earlier;
import org.ilium.shared.sql.Sql;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * Registers patients one after another, so that nobody slips in while duplicates are looked for.
 */
@Singleton
class Registrations {

    /**
     * One lock for all: a duplicate may share any one of phone, email, birth date and nearly the
     * name. Held until the transaction ends; a clinic registers a few people an hour.
     */
    private static final String ONE_AT_A_TIME =
            "select 1 from (select pg_advisory_xact_lock(hashtextextended('patient', 5))) as held";

    private final PatientRepository patients;
    private final DuplicateSearch duplicates;
    private final RepeatedRegistrations repeated;
    private final EntryCheck check;
    private final PatientAudit audit;
    private final Sql sql;
    private final Clock clock;

    Registrations(
            PatientRepository patients,
            DuplicateSearch duplicates,
            RepeatedRegistrations repeated,
            EntryCheck check,
            PatientAudit audit,
            Sql sql,
            Clock clock) {
        this.patients = patients;
        this.duplicates = duplicates;
        this.repeated = repeated;
        this.check = check;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** In the caller's transaction; without a key, every request is a new one. */
    Registration register(
            PatientEntry entered,
            LocalDate today,
            PlanDelivery delivery,
            boolean warned,
            boolean confirmedNotDuplicate,
            @Nullable String key) {
        FieldErrors errors = new FieldErrors();
        PatientEntry checked = check.check(entered, today, errors);
        if (delivery == PlanDelivery.FULL_PLAN && checked.email() == null) {
            errors.add("email", "The full plan goes by email: enter an address");
        }
        if (!errors.isEmpty()) {
            return new Registration.Invalid(errors);
        }
        if (delivery == PlanDelivery.FULL_PLAN && !warned) {
            return new Registration.WarningNeeded();
        }
        oneAtATime();
        if (key != null) {
            for (Earlier earlier : repeated.of(key, said(checked, delivery))) {
                return earlier.isSame()
                        ? new Registered(patients.findById(earlier.patientId()).info())
                        : new KeyReused();
            }
        }
        List<Duplicate> found = confirmedNotDuplicate ? List.of() : duplicates.of(checked);
        return found.isEmpty() ? registered(checked, delivery, key) : new LikelyDuplicates(found);
    }

    /** Until the transaction ends nobody else is registered, or changed into somebody like her. */
    void oneAtATime() {
        sql.list(ONE_AT_A_TIME, row -> row.number(1));
    }

    /** As it was before there was a choice, so that a key outlives an upgrade. */
    private static String said(PatientEntry checked, PlanDelivery delivery) {
        return delivery == PlanDelivery.NOTICE_AND_LINK
                ? checked.toString()
                : checked + " " + delivery.code();
    }

    private Registered registered(
            PatientEntry checked, PlanDelivery delivery, @Nullable String key) {
        Patient patient = new Patient(checked, clock.instant());
        boolean chose = delivery != PlanDelivery.NOTICE_AND_LINK;
        if (chose) {
            patient.choose(delivery, delivery == PlanDelivery.FULL_PLAN ? clock.instant() : null);
        }
        patients.persist(patient);
        audit.record("create", "patient", patient.id(), patient.id());
        if (chose) {
            audit.record("choose", "plan-delivery", patient.id(), patient.id());
        }
        if (key != null) {
            repeated.remember(key, said(checked, delivery), patient.id());
        }
        return new Registered(patient.info());
    }
}
