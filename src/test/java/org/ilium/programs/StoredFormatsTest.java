package org.ilium.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ilium.catalog.Dosage;
import org.ilium.catalog.Effect;
import org.ilium.catalog.PatientFacts;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.Loss;
import org.ilium.shared.pregnancy.PregnancyOutcome;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.StopSign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads what was once stored, from files that are never changed: a clinic has such rows for years.
 * Whoever changes what is sent adds a format with files of its own.
 */
class StoredFormatsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Words that came after format 1 was current; add a new constant here, and rename none. */
    private static final Set<String> LATER_WORDS = Set.of("NEONATAL_DEATH", "LIVE_BIRTH_AND_LOSS");

    @Test
    void aPlanOfTheFirstFormatIsReadWhole() {
        PlanContent plan = StoredFormats.plan(1, file("plan-1"));

        assertThat(plan.title()).isEqualTo("Demo plan after a cesarean");
        assertThat(plan.note()).isEqualTo("Demo note, “as typed” & <kept>");
        assertThat(plan.advice()).containsExactly("Rest when you are tired.");
        assertThat(plan.stopSigns()).hasSize(2).startsWith("Stop if you bleed.");
        assertThat(plan.totalMinutes()).isEqualTo(12);
        PlanItem slides = plan.items().get(0);
        assertThat(slides.dosage())
                .isEqualTo(
                        new Dosage(
                                2,
                                10,
                                5,
                                0,
                                null,
                                3,
                                7,
                                Dosage.Side.LEFT,
                                false,
                                "yellow band",
                                "slowly"));
        assertThat(slides.dose()).startsWith("2 rounds of 10");
        assertThat(slides.steps()).hasSize(2);
        assertThat(slides.cue()).isEqualTo("Breathe out as you slide.");
        assertThat(slides.caution()).isEqualTo("Stop if the scar pulls.");
        assertThat(slides.why()).containsExactly("It moves the hip.");
        assertThat(slides.note()).isEqualTo("Start with the left.");
        assertThat(slides.care()).containsExactly("Hold on to something firm.");
        PlanItem walking = plan.items().get(1);
        assertThat(walking.dosage().side()).isEqualTo(Dosage.Side.RIGHT);
        assertThat(walking.dosage().perSide()).isTrue();
        assertThat(walking.dosage().durationMinutes()).isEqualTo(15);
        assertThat(walking.cue()).isNull();
    }

    @Test
    void aScreeningOfTheFirstFormatIsReadWhole() {
        SentScreening screening = StoredFormats.screening(1, file("screening-1"));

        assertThat(screening.date()).isEqualTo("2026-03-01");
        PatientFacts facts = screening.facts();
        assertThat(facts.stage()).isEqualTo(Stage.POSTPARTUM);
        assertThat(facts.dueDate()).isEqualTo("2026-02-01");
        assertThat(facts.birthDate()).isEqualTo("2026-02-03");
        assertThat(facts.birthMode()).isEqualTo(BirthMode.CAESAREAN);
        assertThat(facts.birthOutcome()).isEqualTo(PregnancyOutcome.STILLBIRTH);
        assertThat(facts.plurality()).isEqualTo(2);
        assertThat(facts.loss())
                .isEqualTo(
                        new Loss(
                                PregnancyOutcome.MISCARRIAGE,
                                LocalDate.parse("2024-05-06"),
                                true,
                                9));
        assertThat(facts.prescreen())
                .isEqualTo(
                        new PatientFacts.Prescreen(
                                ScreeningForm.GAQ_POSTPARTUM,
                                LocalDate.parse("2026-02-20"),
                                ScreeningOutcome.CONCERNS));
        assertThat(facts.ruledOut())
                .hasSize(4)
                .containsEntry(Condition.HIGH_ALTITUDE, LocalDate.parse("2026-02-20"));
        assertThat(screening.weeks().lossImpactLong()).isEqualTo(12);
        assertThat(screening.weeks().supineWarn()).isEqualTo(16);
        assertThat(screening.givenFor())
                .containsEntry("PP-CS6", "00000000-0000-0000-0000-0000000000e1 postpartum");
        Draft.Answered overridden = screening.verdicts().get(0);
        assertThat(overridden.resolved()).isTrue();
        assertThat(overridden.verdict().effect()).isEqualTo(Effect.BLOCK);
        assertThat(overridden.verdict().itemSlug()).isEqualTo("clamshell");
        assertThat(overridden.verdict().sources()).containsExactly("nhs-2023");
        assertThat(overridden.answer().kind()).isEqualTo(AnswerKind.OVERRIDE);
        assertThat(overridden.answer().clearanceNote()).isEqualTo("Dr. Demo");
        assertThat(overridden.answer().clearanceDate()).isEqualTo("2026-02-27");
        assertThat(overridden.answer().answeredAt())
                .isEqualTo(Instant.parse("2026-03-01T15:04:05.678901Z"));
        assertThat(screening.verdicts())
                .extracting(a -> a.verdict().effect())
                .containsExactly(Effect.BLOCK, Effect.WARN, Effect.ADVICE);
        assertThat(screening.verdicts().get(1).verdict().absolute()).isTrue();
        assertThat(screening.verdicts().get(1).verdict().chartFirst()).isTrue();
        assertThat(screening.verdicts().get(2).answer()).isNull();
    }

    @Test
    void theFirstRowsOfAllLackWhatCameLater() {
        PlanContent plan = StoredFormats.plan(1, file("plan-1-oldest"));
        SentScreening screening = StoredFormats.screening(1, file("screening-1-oldest"));

        assertThat(plan.items()).hasSize(2).allMatch(item -> item.care().isEmpty());
        assertThat(screening.facts().loss()).isNull();
        assertThat(screening.facts().birthOutcome()).isNull();
        assertThat(screening.facts().ruledOut()).isEmpty();
        assertThat(screening.facts().stage()).isEqualTo(Stage.PREGNANT);
        assertThat(screening.weeks().caesareanLate()).isEqualTo(8);
        assertThat(screening.weeks().lossEffort()).isZero();
        assertThat(screening.givenFor()).isEmpty();
        assertThat(screening.verdicts()).noneMatch(a -> a.verdict().chartFirst());
    }

    @Test
    void whatIsWrittenIsTheFormatItSaysItIs() throws IOException {
        assertThat(StoredFormats.NEWEST).isEqualTo(1);

        assertThat(tree(StoredFormats.write(StoredFormats.plan(1, file("plan-1")))))
                .isEqualTo(tree(file("plan-1")));
        assertThat(tree(StoredFormats.write(StoredFormats.screening(1, file("screening-1")))))
                .isEqualTo(tree(file("screening-1")));
    }

    @ParameterizedTest
    @MethodSource("words")
    void noClosedWordOfTheFirstFormatLostItsName(String words, List<String> now) {
        Set<String> then = Set.of(words.split(" "));

        assertThat(now).containsAll(then);
        assertThat(now).filteredOn(word -> !then.contains(word)).allMatch(LATER_WORDS::contains);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 7})
    void aFormatOfALaterProgramIsRefusedByItsNumber(int format) {
        assertThatThrownBy(() -> StoredFormats.plan(format, file("plan-1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("format " + format);
        assertThatThrownBy(() -> StoredFormats.screening(format, file("screening-1")))
                .hasMessageContaining("format " + format);
    }

    @Test
    void whatCannotBeReadIsSaidWithoutItsContent() throws IOException {
        ObjectNode broken = (ObjectNode) tree(file("plan-1"));
        broken.put("secretField", "Demo secret");

        assertThatThrownBy(() -> StoredFormats.plan(1, broken.toString()))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageNotContaining("secret");
    }

    static Stream<Arguments> words() {
        return Stream.of(
                of("PREGNANT POSTPARTUM NEITHER", Stage.class),
                of("VAGINAL CAESAREAN UNKNOWN", BirthMode.class),
                of(
                        "RUPTURED_MEMBRANES PRETERM_LABOUR PERSISTENT_BLEEDING "
                                + "PLACENTA_PREVIA PRE_ECLAMPSIA CERVICAL_INSUFFICIENCY "
                                + "CERCLAGE FETAL_GROWTH_RESTRICTION PLACENTAL_ABRUPTION "
                                + "VASA_PREVIA GESTATIONAL_HYPERTENSION UNWELL_LYING_ON_BACK "
                                + "RECURRENT_LOSS PRIOR_PRETERM_BIRTH "
                                + "UNCONTROLLED_TYPE_1_DIABETES UNCONTROLLED_HYPERTENSION "
                                + "UNCONTROLLED_THYROID_DISEASE SERIOUS_DISORDER "
                                + "HEART_OR_LUNG_DISEASE SYMPTOMATIC_ANAEMIA SEVERE_ANAEMIA "
                                + "MALNUTRITION EATING_DISORDER OTHER_SIGNIFICANT_CONDITION "
                                + "BALANCE_PROBLEMS DIASTASIS_RECTI BELLY_DOMING "
                                + "PELVIC_GIRDLE_PAIN CARPAL_TUNNEL WRIST_PAIN "
                                + "PROLAPSE_SYMPTOMS LEAKING PELVIC_FLOOR_PAIN "
                                + "TENSE_PELVIC_FLOOR LOCHIA UNHEALED_WOUND LOCHIA_HEAVIER "
                                + "HEAT_EXPOSURE CONTACT_SPORT SCUBA_DIVING HIGH_ALTITUDE",
                        Condition.class),
                of(
                        "VAGINAL_BLEEDING FLUID_LEAK CONTRACTIONS CHEST_PAIN "
                                + "BREATHLESS DIZZY HEADACHE WEAKNESS CALF_PAIN BELLY_PAIN "
                                + "BABY_MOVES_LESS FEVER WOUND SADDLE_NUMBNESS LOW_MOOD HARM",
                        StopSign.class),
                of("GAQ_P GAQ_POSTPARTUM GAQ", ScreeningForm.class),
                of("CLEAR CONCERNS", ScreeningOutcome.class),
                of(
                        "LIVE_BIRTH STILLBIRTH MISCARRIAGE ECTOPIC TERMINATION NOT_SAID",
                        PregnancyOutcome.class),
                of("ADVICE WARN BLOCK", Effect.class),
                of("ACKNOWLEDGE OVERRIDE", AnswerKind.class));
    }

    private static <E extends Enum<E>> Arguments of(String words, Class<E> type) {
        return Arguments.of(words, EnumSet.allOf(type).stream().map(Enum::name).toList());
    }

    private static JsonNode tree(String json) throws IOException {
        return JSON.readTree(json);
    }

    private static String file(String name) {
        try (InputStream file =
                StoredFormatsTest.class.getResourceAsStream("/stored/" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
