package org.ilium.programs;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import org.ilium.access.AuditTrail;
import org.ilium.web.FieldErrors;
import org.ilium.web.SettingsOutcome;
import org.ilium.web.SettingsOutcome.Done;
import org.ilium.web.SettingsOutcome.Invalid;
import org.ilium.web.SettingsOutcome.Stale;
import org.jspecify.annotations.Nullable;

/** From which pain this clinic tells patients to stop, and how the administrator changes it. */
@ApplicationScoped
public class PainSettings {

    /** The bounds of both numbers. */
    public static final int LEAST = 1;

    public static final int MOST = 10;

    private final EntityManager database;
    private final AuditTrail audit;

    PainSettings(EntityManager database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** What holds now; the defaults until the clinic has set its own. */
    @Transactional
    PainLimits limits() {
        ClinicPainLimits set = database.find(ClinicPainLimits.class, ClinicPainLimits.ONLY);
        return set == null ? PainLimits.DEFAULTS : set.limits();
    }

    /** The same, to be changed and sent back. */
    @Transactional
    public PainLimitsEntry current() {
        ClinicPainLimits set = database.find(ClinicPainLimits.class, ClinicPainLimits.ONLY);
        return set == null ? PainLimitsEntry.of(PainLimits.DEFAULTS) : set.entry();
    }

    /** The numbers that hold until the clinic sets its own. */
    public PainLimitsEntry standard() {
        return PainLimitsEntry.of(PainLimits.DEFAULTS);
    }

    /** Sets the limits, by signed-in staff. Alerts there are already stay. */
    @Transactional
    public SettingsOutcome save(PainLimitsEntry entry) {
        FieldErrors errors = new FieldErrors();
        check(errors, "high", entry.high());
        check(errors, "rise", entry.rise());
        if (!errors.isEmpty()) {
            return new Invalid(errors);
        }
        PainLimits limits =
                new PainLimits(requireNonNull(entry.high()), requireNonNull(entry.rise()));
        // set rarely and by few: one writer at a time, also of a row that is not there yet
        database.createNativeQuery("lock table pain_limits in share row exclusive mode")
                .executeUpdate();
        ClinicPainLimits set = database.find(ClinicPainLimits.class, ClinicPainLimits.ONLY);
        if (set == null) {
            set = new ClinicPainLimits(limits);
            database.persist(set);
        } else if (!Objects.equals(entry.version(), set.version)) {
            return Stale.of(set.version, entry.values(), set.entry().values());
        } else {
            set.change(limits);
        }
        database.flush();
        audit.record("update", "pain-limits", null, null);
        return new Done(null, set.version, doubts(limits));
    }

    /** What may not have been meant about the limits as they are, in sentences. */
    @Transactional
    public List<String> doubts() {
        return doubts(limits());
    }

    /** Whoever's pain rose that much has at least that much. */
    private static List<String> doubts(PainLimits limits) {
        return limits.rise() < limits.high()
                ? List.of()
                : List.of(
                        "The second number never counts: pain that rose by %d is %d or more, which the first, %d, covers already."
                                .formatted(limits.rise(), limits.rise(), limits.high()));
    }

    private static void check(FieldErrors errors, String field, @Nullable Integer number) {
        if (number == null || number < LEAST || number > MOST) {
            errors.add(field, "Must be a whole number from %d to %d.".formatted(LEAST, MOST));
        }
    }
}
