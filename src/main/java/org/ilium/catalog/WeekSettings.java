package org.ilium.catalog;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ilium.access.AuditTrail;
import org.ilium.web.FieldErrors;
import org.ilium.web.SettingsOutcome;
import org.ilium.web.SettingsOutcome.Done;
import org.ilium.web.SettingsOutcome.Invalid;
import org.ilium.web.SettingsOutcome.Stale;

/** The disputed weeks this clinic screens by, and how the administrator changes them. */
@ApplicationScoped
public class WeekSettings {

    private final EntityManager database;
    private final AuditTrail audit;

    WeekSettings(EntityManager database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /**
     * What to screen by now; the defaults until the clinic has set its own. One row by its key, and
     * kept nowhere else: another replica's change holds from the next request on.
     */
    @Transactional
    public ScreeningSettings weeks() {
        ClinicWeeks set = database.find(ClinicWeeks.class, ClinicWeeks.ONLY);
        return set == null ? ScreeningSettings.defaults() : set.weeks();
    }

    /** The same, to be changed and sent back. */
    @Transactional
    public WeekEntry current() {
        ClinicWeeks set = database.find(ClinicWeeks.class, ClinicWeeks.ONLY);
        return set == null ? WeekEntry.of(ScreeningSettings.defaults(), null) : set.entry();
    }

    /** Sets the weeks, by signed-in staff. Plans already sent stay as they are. */
    @Transactional
    public SettingsOutcome save(WeekEntry entry) {
        FieldErrors errors = wrong(entry);
        if (!errors.isEmpty()) {
            return new Invalid(errors);
        }
        ScreeningSettings weeks =
                new ScreeningSettings(
                        requireNonNull(entry.supineWarn()),
                        requireNonNull(entry.supineBlock()),
                        requireNonNull(entry.previaWarn()),
                        requireNonNull(entry.previaBlock()),
                        requireNonNull(entry.caesareanLate()),
                        requireNonNull(entry.lossEffort()),
                        requireNonNull(entry.lossEffortLong()),
                        requireNonNull(entry.lossImpact()),
                        requireNonNull(entry.lossImpactLong()));
        // set rarely and by few: one writer at a time, also of a row that is not there yet
        database.createNativeQuery("lock table week_settings in share row exclusive mode")
                .executeUpdate();
        ClinicWeeks set = database.find(ClinicWeeks.class, ClinicWeeks.ONLY);
        if (set == null) {
            set = new ClinicWeeks(weeks);
            database.persist(set);
        } else if (!Objects.equals(entry.version(), set.version)) {
            return Stale.of(set.version, entry.values(), set.entry().values());
        } else {
            set.change(weeks);
        }
        database.flush();
        audit.record("update", "week-settings", null, null);
        return new Done(null, set.version, doubts(weeks));
    }

    /** What may not have been meant about the weeks as they are, in sentences. */
    @Transactional
    public List<String> doubts() {
        return doubts(weeks());
    }

    private static List<String> doubts(ScreeningSettings weeks) {
        List<String> doubts = new ArrayList<>();
        never(doubts, weeks.lossEffort(), "an early loss without surgery", "strong effort");
        never(doubts, weeks.lossEffortLong(), "another loss", "strong effort");
        never(doubts, weeks.lossImpact(), "an early loss without surgery", "running and jumping");
        never(doubts, weeks.lossImpactLong(), "another loss", "running and jumping");
        if (weeks.lossImpact() < weeks.lossEffort()) {
            doubts.add(sooner("an early loss without surgery"));
        }
        if (weeks.lossImpactLong() < weeks.lossEffortLong()) {
            doubts.add(sooner("another loss"));
        }
        return doubts;
    }

    private static void never(List<String> doubts, int weeks, String after, String what) {
        if (weeks == 0) {
            doubts.add("After %s, nobody is warned of %s.".formatted(after, what));
        }
    }

    private static String sooner(String after) {
        return "After %s, running and jumping are warned for fewer weeks than strong effort."
                .formatted(after);
    }

    private static FieldErrors wrong(WeekEntry entry) {
        FieldErrors errors = new FieldErrors();
        for (WeekSetting setting : WeekSetting.values()) {
            Integer week = entry.week(setting);
            if (week == null || week < setting.least() || week > setting.most()) {
                errors.add(
                        setting.field(),
                        "Must be a whole number from %d to %d."
                                .formatted(setting.least(), setting.most()));
            }
        }
        WeekSetting.IN_ORDER.forEach(pair -> inOrder(errors, pair, entry));
        return errors;
    }

    private static void inOrder(FieldErrors errors, WeekSetting.InOrder pair, WeekEntry entry) {
        WeekSetting first = pair.first();
        WeekSetting second = pair.second();
        if (errors.on(first.field()) != null || errors.on(second.field()) != null) {
            return;
        }
        int least = requireNonNull(entry.week(first));
        int week = requireNonNull(entry.week(second));
        if (least > week) {
            errors.add(
                    second.field(),
                    "%d is less than %d, the number at “%s”. %s"
                            .formatted(week, least, first.label(), pair.why()));
        }
    }
}
