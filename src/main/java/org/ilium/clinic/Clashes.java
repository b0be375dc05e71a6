package org.ilium.clinic;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ilium.clinic.HoursLine.Window;
import org.ilium.shared.Interval;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Settings that cannot go together, or may not have been meant together. What can never be meant is
 * refused where it is saved; the rest is kept and said here, in sentences for the administrator.
 */
@Singleton
class Clashes {

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final int HALF_A_WEEK = 7 * DAY / 2;

    /** A time that visitors can book for less than this is hardly ever seen. */
    private static final Duration SHORTLY = Duration.ofHours(12);

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US);

    private final Sql sql;
    private final ClinicDirectory clinic;
    private final HoursTables tables;
    private final Clock clock;

    Clashes(Sql sql, ClinicDirectory clinic, HoursTables tables, Clock clock) {
        this.sql = sql;
        this.clinic = clinic;
        this.tables = tables;
        this.clock = clock;
    }

    /** A service that somebody gives. */
    record Given(String name, int minutes) {}

    /**
     * The longest time in one piece that anybody who gives the service is open, from today on, in
     * minutes; 0 when nobody is.
     */
    int longestOpen(UUID serviceId) {
        return tables.ofGivers(serviceId, today()).values().stream()
                .mapToInt(Clashes::longest)
                .max()
                .orElse(0);
    }

    /** The offered services that she gives, the shortest first. */
    List<Given> given(UUID practitionerId) {
        return sql.list(
                """
                select s.name, s.length_min
                  from service s join practitioner_service g on g.service_id = s.id
                 where g.practitioner_id = ? and s.active
                 order by s.length_min, s.name
                """,
                row -> new Given(row.text(1), row.number(2)),
                practitionerId);
    }

    /** Why that notice and these days ahead leave no time to be offered; empty when they do. */
    static Optional<String> ofNotice(ServiceInfo rules) {
        return rules.minimumNotice().compareTo(Duration.ofDays(rules.horizonDays())) < 0
                ? Optional.empty()
                : Optional.of(
                        "Notice of %d minutes is not shorter than %s ahead, %d minutes: no time could ever be offered."
                                .formatted(
                                        rules.minimumNotice().toMinutes(),
                                        days(rules.horizonDays()),
                                        rules.horizonDays() * DAY));
    }

    /**
     * Why visitors would see no time in a whole normal week, as good as never; empty when they see
     * some, or nobody who gives it has hours yet.
     */
    Optional<String> seenNever(ServiceInfo rules) {
        SeenTimes seen = seen(rules);
        return rules.publicBookable() && seen.any() && seen.minutesOfWeek() < HOUR
                ? Optional.of(
                        "With these days ahead, visitors would see a time in less than one hour of a whole week.")
                : Optional.empty();
    }

    /** How little of a normal week visitors see a time in; empty when it is no little. */
    Optional<String> seenLittle(ServiceInfo rules) {
        SeenTimes seen = seen(rules);
        boolean isLittle =
                seen.each().compareTo(SHORTLY) < 0
                        || seen.any() && seen.minutesOfWeek() < HALF_A_WEEK;
        if (!rules.publicBookable() || !isLittle || seen.each().compareTo(Duration.ZERO) <= 0) {
            return Optional.empty();
        }
        String each = lasting(seen.each());
        return Optional.of(
                seen.any()
                        ? "Notice is nearly as long as the days ahead: in a normal week visitors see a time to book in %d of 168 hours, and each for %s only."
                                .formatted(seen.minutesOfWeek() / HOUR, each)
                        : "Notice is nearly as long as the days ahead: visitors see each time for %s only."
                                .formatted(each));
    }

    private SeenTimes seen(ServiceInfo rules) {
        return SeenTimes.of(rules, tables.ofGivers(rules.id(), today()).values());
    }

    private static String lasting(Duration time) {
        long minutes = time.toMinutes();
        if (minutes % HOUR != 0) {
            return minutes == 1 ? "1 minute" : minutes + " minutes";
        }
        return minutes == HOUR ? "1 hour" : minutes / HOUR + " hours";
    }

    /** What may not have been meant about an offered service. */
    List<String> ofService(ServiceInfo rules) {
        List<String> doubts = new ArrayList<>();
        long around =
                rules.length().plus(rules.bufferBefore()).plus(rules.bufferAfter()).toMinutes();
        List<PractitionerInfo> givers = clinic.practitionersFor(rules.id());
        if (givers.isEmpty()) {
            doubts.add(
                    rules.publicBookable()
                            ? "Visitors can book it, but no practitioner gives it: no time is offered."
                            : "No practitioner gives it: it cannot be booked.");
        } else {
            int longest = longestOpen(rules.id());
            if (longest == 0) {
                doubts.add("Nobody who gives it has hours yet: no time is offered.");
            } else if (rules.length().toMinutes() > longest) {
                doubts.add(tooLong(rules, longest));
            } else {
                doubts.addAll(tooLongForSome(rules, givers));
            }
        }
        if (rules.step().toMinutes() > around) {
            doubts.add(
                    "Starts are %d minutes apart, but a visit with the free time around it takes %d: the rest stays unused."
                            .formatted(rules.step().toMinutes(), around));
        }
        seenLittle(rules).ifPresent(doubts::add);
        if (rules.publicBookable()
                && rules.mode().equals(ServiceMode.IN_PERSON.code())
                && clinic.profile().address() == null) {
            doubts.add(
                    "Visitors book it in person, but the clinic has no address: nobody is told where to come.");
        }
        return doubts;
    }

    /** Somebody has hours for it; these have some, and none long enough. */
    private List<String> tooLongForSome(ServiceInfo rules, List<PractitionerInfo> givers) {
        Map<UUID, List<Window>> windows = tables.ofGivers(rules.id(), today());
        List<String> doubts = new ArrayList<>();
        for (PractitionerInfo giver : givers) {
            int longest = longest(windows.getOrDefault(giver.id(), List.of()));
            if (longest > 0 && rules.length().toMinutes() > longest) {
                doubts.add(
                        "A visit of %d minutes fits into no hours of %s: the longest are %d minutes. No time is offered there."
                                .formatted(
                                        rules.length().toMinutes(), giver.displayName(), longest));
            }
        }
        return doubts;
    }

    static String tooLong(ServiceInfo rules, int longest) {
        return "A visit of %d minutes fits into no hours of those who give it: the longest are %d minutes. Change those hours first."
                .formatted(rules.length().toMinutes(), longest);
    }

    /** What may not have been meant about when somebody works and what she gives. */
    List<String> ofPractitioner(UUID id) {
        List<String> doubts = new ArrayList<>();
        List<Given> given = given(id);
        if (given.isEmpty()) {
            doubts.add("No service on offer is given here: nobody can book this practitioner.");
        }
        int longest = longest(windows(id));
        for (Given service : given) {
            if (longest > 0 && service.minutes() > longest) {
                doubts.add(
                        "%s, %d minutes, fits into none of the hours."
                                .formatted(service.name(), service.minutes()));
            }
        }
        ZoneId zone = clinic.profile().zone();
        List<HoursSettings.TimeOff> off = tables.timeOff(id, clock.instant());
        for (Window window : tables.exceptions(id, today())) {
            Interval open = open(window, zone);
            if (open != null
                    && off.stream()
                            .anyMatch(
                                    away ->
                                            !away.time().start().isAfter(open.start())
                                                    && !away.time().end().isBefore(open.end()))) {
                doubts.add(
                        "The hours on %s, %s, lie within time off."
                                .formatted(DATE.format(window.date()), window.shown()));
            }
        }
        return doubts;
    }

    private static @Nullable Interval open(Window window, ZoneId zone) {
        LocalTime starts = window.starts();
        LocalTime ends = window.ends();
        LocalDate date = window.date();
        if (starts == null || ends == null || date == null) {
            return null;
        }
        LocalDate endDate = ends.equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
        Instant from = date.atTime(starts).atZone(zone).toInstant();
        Instant to = endDate.atTime(ends).atZone(zone).toInstant();
        return from.isBefore(to) ? new Interval(from, to) : null;
    }

    /** Such of the windows, those that touch taken together, as no visit she gives fits into. */
    List<Window> tooShort(List<Window> windows, List<Given> given) {
        if (given.isEmpty()) {
            return List.of();
        }
        int shortest = given.get(0).minutes();
        return windows.stream()
                .filter(window -> !window.closed())
                .filter(window -> inOnePiece(window, windows) < shortest)
                .toList();
    }

    private static int longest(List<Window> windows) {
        return windows.stream()
                .filter(window -> !window.closed())
                .mapToInt(window -> inOnePiece(window, windows))
                .max()
                .orElse(0);
    }

    /** How long it is open around that window without a break, in minutes. */
    private static int inOnePiece(Window window, List<Window> all) {
        int from = window.startMinute();
        int to = window.endMinute();
        List<Window> day =
                all.stream()
                        .filter(other -> !other.closed() && other.sameDay(window))
                        .sorted(Comparator.comparing(Window::startMinute))
                        .toList();
        for (int i = 0; i < day.size(); i++) {
            for (Window other : day) {
                if (other.startMinute() <= to && other.endMinute() >= from) {
                    from = Math.min(from, other.startMinute());
                    to = Math.max(to, other.endMinute());
                }
            }
        }
        return to - from;
    }

    private List<Window> windows(UUID practitionerId) {
        List<Window> windows = new ArrayList<>(tables.weekly(practitionerId));
        windows.addAll(tables.exceptions(practitionerId, today()));
        return windows;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinic.profile().zone());
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
