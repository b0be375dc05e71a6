package org.ilium.access;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What staff may do, and the one table of who may. A page and the API's call for the same action
 * name the same constant in {@code @RolesAllowed}, so neither can allow what the other refuses; an
 * account has what any of its roles has.
 */
public final class May {

    /** What everybody who works here may: the way in, her own password, the catalog. */
    public static final String WORK_HERE = "work-here";

    public static final String SEE_SCHEDULE = "see-schedule";

    /** Book, move, cancel, miss, note, block time, and say whose chart a booking belongs to. */
    public static final String SCHEDULE = "schedule";

    /** Say that she is here, and take a wrong step back. */
    public static final String RECEIVE = "receive-patients";

    /** Begin and complete visits. */
    public static final String TREAT = "treat";

    /**
     * Find, register and edit patients, and what they tell on the phone of a pregnancy or birth.
     */
    public static final String KEEP_PATIENTS = "keep-patients";

    /** Conditions, questionnaires, stop signs by name, how a pregnancy ended, programs. */
    public static final String SEE_CLINICAL = "see-clinical-facts";

    public static final String RECORD_CLINICAL = "record-clinical-facts";

    public static final String BUILD_PROGRAMS = "build-programs";

    /** Close the links to a plan that was sent, or send it again; shows nothing of the plan. */
    public static final String MAIL_PLANS = "mail-plans";

    public static final String SEE_MESSAGES = "see-messages";

    /** Show or withhold reviews whose authors allow them to be shown. */
    public static final String MODERATE_REVIEWS = "moderate-reviews";

    public static final String READ_PRIVATE_REVIEWS = "read-private-reviews";

    public static final String CHANGE_SETTINGS = "change-settings";

    public static final String MANAGE_STAFF = "manage-staff";

    public static final String READ_AUDIT = "read-audit-trail";

    private static final Set<String> EVERYBODY = Set.copyOf(Roles.ALL);
    private static final Set<String> THE_DESK = Set.of(Roles.FRONT_DESK, Roles.ADMINISTRATOR);
    private static final Set<String> THERAPISTS = Set.of(Roles.THERAPIST);
    private static final Set<String> ADMINISTRATORS = Set.of(Roles.ADMINISTRATOR);

    private static final Map<String, Set<String>> WHO =
            Map.ofEntries(
                    entry(WORK_HERE, EVERYBODY),
                    entry(SEE_SCHEDULE, EVERYBODY),
                    entry(SCHEDULE, THE_DESK),
                    entry(RECEIVE, EVERYBODY),
                    entry(TREAT, THERAPISTS),
                    entry(KEEP_PATIENTS, EVERYBODY),
                    entry(SEE_CLINICAL, Set.of(Roles.THERAPIST, Roles.ADMINISTRATOR)),
                    entry(RECORD_CLINICAL, THERAPISTS),
                    entry(BUILD_PROGRAMS, THERAPISTS),
                    entry(MAIL_PLANS, EVERYBODY),
                    entry(SEE_MESSAGES, EVERYBODY),
                    entry(MODERATE_REVIEWS, THE_DESK),
                    entry(READ_PRIVATE_REVIEWS, ADMINISTRATORS),
                    entry(CHANGE_SETTINGS, ADMINISTRATORS),
                    entry(MANAGE_STAFF, ADMINISTRATORS),
                    entry(READ_AUDIT, ADMINISTRATORS));

    private May() {}

    /** Everything that an account with these roles may do. */
    public static Set<String> with(Set<String> roles) {
        return WHO.entrySet().stream()
                .filter(may -> may.getValue().stream().anyMatch(roles::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The roles that may, values of {@link Roles}; a role itself is held by itself. */
    public static Set<String> who(String action) {
        return WHO.getOrDefault(action, Set.of(action));
    }
}
