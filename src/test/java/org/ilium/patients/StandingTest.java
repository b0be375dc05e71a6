package org.ilium.patients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    @Test
    void weeksAreCountedFromTheDueDate() {
        EpisodeInfo episode = pregnant(TODAY.plusDays(280 - (21 * 7 + 3)), 1);

        assertThat(Standing.of(episode, TODAY))
                .isEqualTo(new Standing("21 weeks 3 days · trimester 2", "21w 3d", false));
    }

    @Test
    void theThirdTrimesterBeginsAtTwentyEightWeeks() {
        EpisodeInfo episode = pregnant(TODAY.plusDays(280 - 28 * 7), 1);

        assertThat(Standing.of(episode, TODAY).text()).isEqualTo("28 weeks · trimester 3");
        assertThat(Standing.of(episode, TODAY.minusDays(1)).text()).endsWith("trimester 2");
    }

    @Test
    void twinsAreNamed() {
        EpisodeInfo episode = pregnant(TODAY.plusDays(100), 2);

        assertThat(Standing.of(episode, TODAY).text()).endsWith("· twins");
    }

    @Test
    void aMissingDueDateIsUncertain() {
        assertThat(Standing.of(pregnant(null, 1), TODAY))
                .isEqualTo(new Standing("Pregnant · due date not recorded", "due date?", true));
    }

    @Test
    void aDueDateLongPastIsUncertain() {
        Standing standing = Standing.of(pregnant(TODAY.minusDays(22), 1), TODAY);

        assertThat(standing.uncertain()).isTrue();
        assertThat(standing.text()).contains("cannot be right");
    }

    @Test
    void weeksAfterABirthAreCountedWithItsKind() {
        EpisodeInfo episode = born(TODAY.minusDays(23), BirthMode.CAESAREAN);

        assertThat(Standing.of(episode, TODAY))
                .isEqualTo(
                        new Standing(
                                "3 weeks 2 days after birth · cesarean birth",
                                "3w 2d after birth",
                                false));
    }

    @Test
    void aBirthOfUnknownKindOrDateIsUncertain() {
        assertThat(Standing.of(born(TODAY, BirthMode.UNKNOWN), TODAY).uncertain()).isTrue();
        assertThat(Standing.of(born(null, BirthMode.VAGINAL), TODAY).uncertain()).isTrue();
        assertThat(Standing.of(born(TODAY.plusDays(1), BirthMode.VAGINAL), TODAY).uncertain())
                .isTrue();
    }

    @Test
    void nothingRecordedIsUncertain() {
        assertThat(Standing.of(null, TODAY).uncertain()).isTrue();
    }

    private static EpisodeInfo pregnant(@Nullable LocalDate dueDate, int plurality) {
        return episode(Stage.PREGNANT, dueDate, null, BirthMode.UNKNOWN, plurality);
    }

    private static EpisodeInfo born(@Nullable LocalDate birthDate, BirthMode mode) {
        return episode(Stage.POSTPARTUM, null, birthDate, mode, 1);
    }

    private static EpisodeInfo episode(
            Stage stage,
            @Nullable LocalDate dueDate,
            @Nullable LocalDate birthDate,
            BirthMode mode,
            int plurality) {
        return new EpisodeInfo(
                UUID.randomUUID(),
                UUID.randomUUID(),
                stage,
                dueDate,
                birthDate,
                mode,
                plurality,
                Set.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                TODAY,
                0);
    }
}
