package org.ilium.booking.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ilium.shared.pregnancy.StopSign;
import org.junit.jupiter.api.Test;

/** The plan words every sign of the list, which the catalog's tests hold; booking is held here. */
class OneListOfRedFlagsTest {

    @Test
    void eachSignIsAskedOnceOrLeftOutForAReason() {
        List<StopSign> asked = Stream.of(RedFlag.values()).map(RedFlag::sign).toList();

        assertThat(asked).doesNotHaveDuplicates();
        assertThat(asked).doesNotContainAnyElementsOf(RedFlag.NOT_ASKED.keySet());
        Set<StopSign> known = EnumSet.copyOf(RedFlag.NOT_ASKED.keySet());
        known.addAll(asked);
        assertThat(known).containsExactlyInAnyOrder(StopSign.values());
        assertThat(RedFlag.NOT_ASKED.values())
                .allSatisfy(why -> assertThat(why).hasSizeGreaterThan(30));
    }

    @Test
    void nothingAVisitorReadsHasAWordThatHurtsAfterALoss() {
        Stream<String> questions = Stream.of(RedFlag.values()).map(RedFlag::question);
        Stream<String> advice =
                Stream.of(RedFlag.values())
                        .map(flag -> StopAdvice.of(EnumSet.of(flag)).problem().detail());

        assertThat(Stream.concat(questions, advice))
                .allSatisfy(
                        text ->
                                assertThat(text)
                                        .doesNotContainPattern(
                                                "(?i)bab(y|ies)|belly|birth|postpartum|mama"));
    }

    @Test
    void whatCannotWaitGoesToTheEmergencyNumber() {
        assertThat(Stream.of(RedFlag.values()).filter(RedFlag::emergency))
                .containsExactlyInAnyOrder(
                        RedFlag.CHEST_PAIN,
                        RedFlag.BREATHLESS,
                        RedFlag.SADDLE_NUMBNESS,
                        RedFlag.HARM);
    }
}
