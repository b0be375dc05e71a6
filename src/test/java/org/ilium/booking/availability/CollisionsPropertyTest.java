package org.ilium.booking.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.booking.availability.Schedules.ADA;
import static org.ilium.booking.availability.Schedules.BEA;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.statistics.Statistics;
import org.ilium.booking.availability.Collision.Cause;
import org.ilium.clinic.Absence;
import org.ilium.shared.Interval;

/** What collides, against a watch of the clock minute by minute, around clock changes. */
@Domain(Questions.class)
class CollisionsPropertyTest {

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void whatCollidesIsWhatWatchingTheClockFinds(@ForAll Question asked) {
        List<Absence> absences = absences(asked);
        Collisions collisions = new Collisions(asked.zone(), List.of(asked.schedule()), absences);
        MinuteByMinute watch =
                new MinuteByMinute(asked.zone(), asked.from().minusDays(1), asked.to().plusDays(2));

        for (Interval visit : asked.schedule().busy()) {
            List<Collision> found = collisions.of(ADA, visit);

            List<Instant> closed = watch.closed(asked.schedule(), visit);
            assertThat(minutes(found, Cause.OUTSIDE_HOURS)).isEqualTo(closed);
            List<UUID> meeting = new ArrayList<>();
            for (Absence absence : absences) {
                boolean meets =
                        minutes(visit).anyMatch(minute -> absence.time().contains(minute))
                                && !BEA.equals(absence.practitionerId());
                if (meets) {
                    meeting.add(absence.id());
                }
            }
            assertThat(found)
                    .filteredOn(it -> it.cause() == Cause.TIME_OFF)
                    .extracting(it -> it.absence().id())
                    .containsExactlyInAnyOrderElementsOf(meeting);
            Statistics.label("collides")
                    .collect(found.isEmpty() ? "no" : closed.isEmpty() ? "absence" : "hours")
                    .coverage(
                            seen -> {
                                seen.check("no").percentage(share -> share > 5);
                                seen.check("absence").percentage(share -> share > 2);
                            });
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whatIsFreeCollidesWithNothing(@ForAll Question asked) {
        List<Absence> absences =
                asked.schedule().timeOff().stream().map(off -> absence(1, ADA, off)).toList();
        Collisions collisions = new Collisions(asked.zone(), List.of(asked.schedule()), absences);

        assertThat(asked.free())
                .allMatch(slot -> collisions.of(slot.practitionerId(), slot.time()).isEmpty());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anAbsenceThatOnlyTouchesAVisitDoesNotCollide(@ForAll Question asked) {
        for (Interval visit : asked.schedule().busy()) {
            List<Absence> around =
                    List.of(
                            absence(1, null, new Interval(before(visit), visit.start())),
                            absence(2, ADA, new Interval(visit.end(), visit.end().plusSeconds(9))));

            assertThat(
                            new Collisions(asked.zone(), List.of(asked.schedule()), around)
                                    .of(ADA, visit))
                    .noneMatch(it -> it.cause() == Cause.TIME_OFF);
        }
    }

    private static Instant before(Interval visit) {
        return visit.start().minusSeconds(3600);
    }

    /** Hers, the clinic's and somebody else's, overlapping as they come. */
    private static List<Absence> absences(Question asked) {
        List<Absence> absences = new ArrayList<>();
        UUID[] whose = {ADA, null, BEA};
        int number = 0;
        for (Interval off : asked.schedule().timeOff()) {
            absences.add(absence(++number, ADA, off));
        }
        for (Interval off : asked.schedule().busy()) {
            Interval later =
                    new Interval(off.start().plusSeconds(1800), off.end().plusSeconds(2700));
            absences.add(absence(++number, whose[number % 3], later));
        }
        return absences;
    }

    private static Absence absence(int number, UUID practitioner, Interval time) {
        return new Absence(new UUID(7, number), practitioner, time, null, 0);
    }

    private static List<Instant> minutes(List<Collision> found, Cause cause) {
        return found.stream()
                .filter(it -> it.cause() == cause)
                .flatMap(it -> minutes(it.part()))
                .sorted()
                .toList();
    }

    private static Stream<Instant> minutes(Interval time) {
        return Stream.iterate(
                time.start(), minute -> minute.isBefore(time.end()), m -> m.plusSeconds(60));
    }
}
