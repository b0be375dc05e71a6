package org.ilium.booking.availability;

import static net.jqwik.api.RandomDistribution.uniform;
import static org.ilium.booking.availability.Schedules.ADA;
import static org.ilium.booking.availability.Schedules.minutes;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.ilium.shared.Interval;

/** Random questions, most of them about days on which the clock changes. */
class Questions extends DomainContextBase {

    /** A zone and a date on which, or right beside which, its clock changes (or does not). */
    private record Place(ZoneId zone, LocalDate date) {}

    private static final List<Place> PLACES =
            List.of(
                    place("America/Chicago", "2026-03-08"),
                    place("America/Chicago", "2026-11-01"),
                    place("America/Chicago", "2026-06-10"),
                    place("America/Sao_Paulo", "2018-11-04"),
                    place("America/Sao_Paulo", "2018-02-17"),
                    place("Africa/Cairo", "2024-04-26"),
                    place("Africa/Cairo", "2024-10-31"),
                    place("Asia/Beirut", "2026-03-29"),
                    place("Asia/Beirut", "2026-10-24"),
                    place("Australia/Lord_Howe", "2026-10-04"),
                    place("Australia/Lord_Howe", "2026-04-05"),
                    place("America/St_Johns", "2010-11-07"),
                    place("America/St_Johns", "2010-03-14"),
                    place("Pacific/Apia", "2011-12-30"),
                    place("Asia/Kathmandu", "2026-06-10"));

    private static Place place(String zone, String date) {
        return new Place(ZoneId.of(zone), LocalDate.parse(date));
    }

    @Provide
    Arbitrary<Question> questions() {
        return Arbitraries.of(PLACES).flatMap(Questions::questionsAt);
    }

    private static Arbitrary<Question> questionsAt(Place place) {
        return Combinators.combine(
                        between(-1, 0),
                        between(1, 2),
                        instants(place, -72 * 60, 6 * 60),
                        Arbitraries.of(Booker.class),
                        rules(),
                        schedules(place))
                .as(
                        (first, days, now, booker, rules, schedule) -> {
                            LocalDate from = place.date.plusDays(first);
                            return new Question(
                                    place.zone,
                                    from,
                                    from.plusDays(days),
                                    now,
                                    booker,
                                    rules,
                                    schedule);
                        });
    }

    private static Arbitrary<ServiceRules> rules() {
        return Combinators.combine(
                        Arbitraries.of(5, 15, 25, 45, 60, 90).map(Schedules::minutes),
                        Arbitraries.of(0, 0, 5, 20).map(Schedules::minutes),
                        Arbitraries.of(0, 0, 10, 35).map(Schedules::minutes),
                        Arbitraries.of(0, 0, 60, 12 * 60).map(Schedules::minutes),
                        Arbitraries.of(24, 72, 24 * 30, 24 * 90).map(Duration::ofHours),
                        Arbitraries.of(5, 7, 15, 20, 30, 60).map(Schedules::minutes))
                .as(ServiceRules::new);
    }

    private static Arbitrary<PractitionerSchedule> schedules(Place place) {
        Arbitrary<WeeklyHours> hours =
                Combinators.combine(
                                Arbitraries.of(place.date.getDayOfWeek(), previousDay(place)),
                                windows())
                        .as(WeeklyHours::new);
        Arbitrary<DateException> exceptions =
                Combinators.combine(
                                Arbitraries.of(place.date, place.date.minusDays(1)),
                                windows().list().ofMaxSize(2))
                        .as(DateException::new);
        return Combinators.combine(
                        hours.list().ofMinSize(2).ofMaxSize(6),
                        exceptions.list().ofMaxSize(1),
                        blocked(place).list().ofMaxSize(1),
                        blocked(place).list().ofMaxSize(5))
                .as(
                        (weekly, excepted, off, busy) ->
                                new PractitionerSchedule(ADA, weekly, excepted, off, busy));
    }

    private static DayOfWeek previousDay(Place place) {
        return place.date.getDayOfWeek().minus(1);
    }

    /** Half of them begin in the small hours, where clocks change. */
    private static Arbitrary<LocalWindow> windows() {
        Arbitrary<Integer> from =
                Arbitraries.oneOf(
                        between(0, 4 * 60),
                        between(0, 24 * 60 - 1),
                        Arbitraries.of(0, 30, 60, 90, 105, 120, 135, 23 * 60));
        Arbitrary<Integer> length =
                Arbitraries.oneOf(
                        between(1, 8 * 60),
                        between(90, 8 * 60),
                        Arbitraries.of(15, 30, 60, 90, 24 * 60));
        return Combinators.combine(from, length)
                .as(
                        (start, lasts) -> {
                            int end = Math.min(start + lasts, 24 * 60) % (24 * 60);
                            return new LocalWindow(
                                    LocalTime.of(start / 60, start % 60),
                                    LocalTime.of(end / 60, end % 60));
                        });
    }

    private static Arbitrary<Interval> blocked(Place place) {
        return Combinators.combine(
                        instants(place, -24 * 60, 48 * 60), Arbitraries.of(1, 15, 30, 60, 240))
                .as((start, length) -> Interval.of(start, minutes(length)));
    }

    /** Whole minutes, counted from the start of the place's date. */
    private static Arbitrary<Instant> instants(Place place, int from, int to) {
        Instant midnight = place.date.atStartOfDay(place.zone).toInstant();
        return between(from, to).map(minute -> midnight.plus(Duration.ofMinutes(minute)));
    }

    /** Evenly spread: left alone, small numbers would come far more often. */
    private static Arbitrary<Integer> between(int from, int to) {
        return Arbitraries.integers().between(from, to).withDistribution(uniform());
    }
}
