package org.ilium.booking;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ilium.shared.pregnancy.Coded;

/**
 * A rule that a time may break when staff book or move. Most they may set aside on purpose, each
 * only after it was named to them; the public never may.
 */
public enum BookingRule implements Coded {
    IN_THE_PAST("in-the-past", "In the past", Kind.TO_CONFIRM),
    /** The public's: staff need not confirm it, and are told of it with what they do confirm. */
    NOTICE("too-soon", "Inside the notice", Kind.FOR_THE_PUBLIC),
    HORIZON("beyond-horizon", "Past the days ahead", Kind.TO_CONFIRM),
    HOURS("outside-hours", "Outside hours", Kind.TO_CONFIRM),
    TIME_OFF("time-off", "Over time off", Kind.TO_CONFIRM),
    /** Only a visitor's unfinished form has the time. */
    SLOT_HELD("slot-held", "Being booked online", Kind.TO_CONFIRM),
    SLOT_TAKEN("slot-taken", "Over another appointment", Kind.TO_CONFIRM),
    SAME_DAY("same-day", "Second visit that day", Kind.TO_CONFIRM),
    /** Of a call, for somebody whose number nobody has. */
    NO_PHONE("no-phone", "No phone number", Kind.TO_CONFIRM),
    /** Nobody can be in two visits, whatever staff allow. */
    PATIENT_BUSY("patient-busy", "The patient has another appointment", Kind.NEVER);

    private enum Kind {
        TO_CONFIRM,
        FOR_THE_PUBLIC,
        NEVER
    }

    /** Nothing set aside. */
    public static final Set<BookingRule> NONE = Set.of();

    /** Over whatever else the practitioner has then. */
    public static final Set<BookingRule> OVERLAP = Set.of(SLOT_HELD, SLOT_TAKEN);

    private final String code;
    private final String label;
    private final Kind kind;

    BookingRule(String code, String label, Kind kind) {
        this.code = code;
        this.label = label;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }

    /** Whether a time that breaks it is refused unless staff set it aside. */
    public boolean needsWord() {
        return kind != Kind.FOR_THE_PUBLIC;
    }

    /** Whether staff may set it aside at all. */
    public boolean mayBeSetAside() {
        return kind != Kind.NEVER;
    }

    /** The status of a refusal that this rule decides. */
    int status() {
        return switch (this) {
            case SLOT_HELD, SLOT_TAKEN, SAME_DAY, PATIENT_BUSY -> 409;
            default -> 422;
        };
    }

    /** The codes of those that staff may set aside. */
    public static List<String> settableAside() {
        return Stream.of(values())
                .filter(BookingRule::mayBeSetAside)
                .map(BookingRule::code)
                .toList();
    }

    /** All that staff may set aside: for what was agreed elsewhere. */
    static Set<BookingRule> all() {
        return Stream.of(values())
                .filter(BookingRule::mayBeSetAside)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(BookingRule.class)));
    }
}
