package org.ilium.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.booking.AppointmentStatus.ARRIVED;
import static org.ilium.booking.AppointmentStatus.BOOKED;
import static org.ilium.booking.AppointmentStatus.COMPLETED;
import static org.ilium.booking.AppointmentStatus.IN_PROGRESS;
import static org.ilium.booking.AppointmentStatus.NO_SHOW;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which state each step leads to, from every state, for a visit in person and for a call. */
class VisitStepTest {

    private static final Map<VisitStep, Map<AppointmentStatus, AppointmentStatus>> IN_PERSON =
            Map.of(
                    VisitStep.ARRIVE, Map.of(BOOKED, ARRIVED),
                    VisitStep.START, Map.of(ARRIVED, IN_PROGRESS),
                    VisitStep.COMPLETE, Map.of(IN_PROGRESS, COMPLETED),
                    VisitStep.NO_SHOW, Map.of(BOOKED, NO_SHOW),
                    VisitStep.UNDO,
                            Map.of(
                                    ARRIVED, BOOKED,
                                    NO_SHOW, BOOKED,
                                    IN_PROGRESS, ARRIVED,
                                    COMPLETED, IN_PROGRESS));

    private static final Map<VisitStep, Map<AppointmentStatus, AppointmentStatus>> CALL =
            Map.of(
                    VisitStep.ARRIVE, Map.of(),
                    VisitStep.START, Map.of(BOOKED, IN_PROGRESS),
                    VisitStep.COMPLETE, Map.of(IN_PROGRESS, COMPLETED),
                    VisitStep.NO_SHOW, Map.of(BOOKED, NO_SHOW),
                    // no call arrives any more; one found so all the same goes back
                    VisitStep.UNDO,
                            Map.of(
                                    ARRIVED, BOOKED,
                                    NO_SHOW, BOOKED,
                                    IN_PROGRESS, BOOKED,
                                    COMPLETED, IN_PROGRESS));

    @ParameterizedTest
    @MethodSource("everything")
    void eachStepLeadsWhereTheKindOfVisitGoes(
            VisitStep step, AppointmentStatus from, boolean isCall) {
        @Nullable AppointmentStatus expected =
                new EnumMap<>(isCall ? CALL : IN_PERSON).get(step).get(from);

        assertThat(step.from(from, isCall)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void undoLeadsBackToWhereTheStepCameFrom(
            VisitStep step, AppointmentStatus from, boolean isCall) {
        AppointmentStatus to = step.from(from, isCall);
        if (step == VisitStep.UNDO || to == null) {
            return;
        }

        assertThat(VisitStep.UNDO.from(to, isCall)).isEqualTo(from);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void whatCannotBeDoneSaysWhy(VisitStep step, AppointmentStatus from, boolean isCall) {
        BookingRefusal why = step.refusal(from, isCall);

        if (step == VisitStep.ARRIVE && isCall) {
            assertThat(why).isEqualTo(BookingRefusal.NO_ARRIVAL);
        } else if (step == VisitStep.START && from == BOOKED) {
            assertThat(why).isEqualTo(BookingRefusal.NOT_ARRIVED);
        } else {
            assertThat(why).isEqualTo(BookingRefusal.WRONG_STATUS);
        }
    }

    static Stream<Arguments> everything() {
        return Stream.of(VisitStep.values())
                .flatMap(
                        step ->
                                Stream.of(AppointmentStatus.values())
                                        .flatMap(
                                                from ->
                                                        Stream.of(true, false)
                                                                .map(
                                                                        isCall ->
                                                                                Arguments.of(
                                                                                        step, from,
                                                                                        isCall))));
    }
}
