package org.ilium.booking.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.statistics.Statistics;
import org.ilium.shared.Interval;

/** Free time against a minute-by-minute reckoning, on random rules around clock changes. */
@Domain(Questions.class)
class AvailabilityPropertyTest {

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void freeTimeIsWhatWatchingTheClockFinds(@ForAll Question asked) {
        List<Slot> expected =
                new MinuteByMinute(asked.zone(), asked.from(), asked.to())
                        .free(
                                asked.rules(),
                                asked.booker(),
                                asked.now(),
                                asked.schedule(),
                                asked.from(),
                                asked.to());

        assertThat(asked.free()).isEqualTo(expected);
        Statistics.label("slots")
                .collect(expected.isEmpty() ? "none" : "some")
                .coverage(seen -> seen.check("some").percentage(share -> share > 50));
        Statistics.label("across a clock change")
                .collect(expected.stream().anyMatch(asked::crossesAChange))
                .coverage(seen -> seen.check(true).percentage(share -> share > 2));
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void whatIsShownIsWhatIsAccepted(@ForAll Question asked) {
        Availability availability = asked.availability(Booker.PUBLIC);
        List<Slot> free = availability.free(List.of(asked.schedule()), asked.from(), asked.to());
        Set<Instant> shown = new HashSet<>();
        free.forEach(slot -> shown.add(slot.time().start()));
        Set<Instant> accepted = new HashSet<>();

        for (Instant start : asked.everyMinute()) {
            if (availability.check(asked.schedule(), start) == TimeVerdict.FREE) {
                accepted.add(start);
            }
        }

        assertThat(accepted).isEqualTo(shown);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void staffAreAcceptedWhereverTheyAreShownATime(@ForAll Question asked) {
        Availability staff = asked.availability(Booker.STAFF);

        List<Slot> shown = staff.free(List.of(asked.schedule()), asked.from(), asked.to());

        assertThat(shown)
                .allMatch(
                        slot ->
                                staff.check(asked.schedule(), slot.time().start())
                                        == TimeVerdict.FREE);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void theFirstReasonIsTheFirstOfAll(@ForAll Question asked) {
        Availability staff = asked.availability(Booker.STAFF);

        for (Instant start : asked.everyMinute()) {
            List<TimeVerdict> all = staff.objections(asked.schedule(), start).verdicts();
            assertThat(staff.check(asked.schedule(), start))
                    .isEqualTo(all.isEmpty() ? TimeVerdict.FREE : all.get(0));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void noFreeSlotMeetsWhatIsBlocked(@ForAll Question asked) {
        List<Interval> blocked = new ArrayList<>(asked.schedule().busy());
        blocked.addAll(asked.schedule().timeOff());

        for (Slot slot : asked.free()) {
            Interval busy =
                    slot.time().widened(asked.rules().bufferBefore(), asked.rules().bufferAfter());
            assertThat(blocked).noneMatch(busy::overlaps);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void cancellingAnAppointmentNeverTakesASlotAway(@ForAll Question asked) {
        List<Slot> before = asked.free();

        for (int i = 0; i < asked.schedule().busy().size(); i++) {
            List<Interval> fewer = new ArrayList<>(asked.schedule().busy());
            fewer.remove(i);

            assertThat(asked.withBusy(fewer).free()).containsAll(before);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void bookingAFreeSlotLeavesNoSlotThatMeetsIt(@ForAll Question asked) {
        List<Slot> before = asked.free();
        for (Slot booked : before.stream().limit(3).toList()) {
            List<Interval> more = new ArrayList<>(asked.schedule().busy());
            ServiceRules rules = asked.rules();
            more.add(booked.time().widened(rules.bufferBefore(), rules.bufferAfter()));

            List<Slot> after = asked.withBusy(more).free();

            assertThat(before).containsAll(after).contains(booked);
            assertThat(after).noneMatch(slot -> slot.time().overlaps(booked.time()));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everySlotLastsItsRealLengthAndComesInOrder(@ForAll Question asked) {
        List<Slot> free = asked.free();

        assertThat(free).isSorted().doesNotHaveDuplicates();
        assertThat(free).allMatch(slot -> slot.time().length().equals(asked.rules().length()));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theNearestAreNoFartherThanThoseLeftOut(@ForAll Question asked) {
        List<Slot> free = asked.free();

        List<Slot> nearest = Availability.nearest(free, asked.now(), 3);

        assertThat(nearest).hasSize(Math.min(3, free.size()));
        List<Slot> rest = new ArrayList<>(free);
        rest.removeAll(nearest);
        for (Slot left : rest) {
            assertThat(nearest).allMatch(near -> !closer(left, near, asked.now()));
        }
    }

    private static boolean closer(Slot one, Slot other, Instant asked) {
        Duration first = Duration.between(asked, one.time().start()).abs();
        Duration second = Duration.between(asked, other.time().start()).abs();
        return first.compareTo(second) < 0;
    }
}
