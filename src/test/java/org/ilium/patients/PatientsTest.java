package org.ilium.patients;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.fixture.TestClock;
import org.ilium.patients.Registration.LikelyDuplicates;
import org.ilium.web.Difference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestTransaction
class PatientsTest {

    private static final LocalDate BORN = LocalDate.of(1994, 3, 5);

    @Inject Patients patients;
    @Inject TestClock clock;
    @Inject ClinicDirectory clinic;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "555-0123",
                "+1 (212) 555 0123",
                "0123",
                "quill",
                "dem quil",
                "quil dem",
                "Qiullfeather",
                "3/5/1994",
                "quill March 5 1994",
                "dem 0123"
            })
    void aCallerIsFoundByWhatSheSays(String said) {
        PatientInfo ada = ada();

        assertThat(patients.search(said)).contains(ada);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zzyzx", "999888", "quill 2001-01-01", "quill 777"})
    void nobodyElseIsFound(String said) {
        PatientInfo ada = ada();

        assertThat(patients.search(said)).doesNotContain(ada);
    }

    @ParameterizedTest
    @CsvSource({
        "Other, Person, , 2125550123, , Same phone number",
        "Other, Person, , , ADA@demo.example, Same email",
        "Demo, Quillfether, 1994-03-05, , , Same date of birth and a similar name",
        "Demo, Quillfeather, , , , Nearly the same name"
    })
    void aLikelyDuplicateIsToldBeforeAnythingIsSaved(
            String given, String family, LocalDate born, String phone, String email, String why) {
        PatientInfo ada = ada();
        PatientEntry entry = PatientEntry.of(given, family, born, phone, email);

        Registration outcome = patients.register(entry, false);

        assertThat(outcome).isInstanceOf(LikelyDuplicates.class);
        assertThat(((LikelyDuplicates) outcome).candidates())
                .filteredOn(candidate -> candidate.patient().equals(ada))
                .singleElement()
                .satisfies(candidate -> assertThat(candidate.alike()).contains(why));
        assertThat(patients.register(entry, true).orThrow().id()).isNotEqualTo(ada.id());
    }

    @ParameterizedTest
    @CsvSource({
        "givenName, '', '', , ",
        "givenName, --, Ada, , ",
        "familyName, Ada, --, , ",
        "phone, Demo, Ada, 12, ",
        "phone, Demo, Ada, 'no number', ",
        "email, Demo, Ada, , 'a@demo.example\nBcc: b@demo.example'",
        "email, Demo, Ada, , none",
        "email, Demo, Ada, , demo@clinic",
        "email, Demo, Ada, , d..m@demo.example"
    })
    void badInputIsRefusedByTheNameOfItsField(
            String field, String given, String family, String phone, String email) {
        Registration outcome =
                patients.register(PatientEntry.of(given, family, null, phone, email), true);

        assertThat(((Registration.Invalid) outcome).errors().on(field)).isNotNull();
    }

    @Test
    void aStaleEditIsRefusedWithWhatDiffers() {
        PatientInfo ada = ada();
        PatientEntry moved = PatientEntry.of("Demo", "Ada", BORN, "+12125550199", null);
        patients.changeContact(ada.id(), moved, true, ada.version());

        PatientChange late =
                patients.changeContact(
                        ada.id(),
                        PatientEntry.of("Demo", "Ada", BORN, "+12125550123", null),
                        true,
                        ada.version());

        assertThat(((PatientChange.Stale) late).differences())
                .containsExactly(new Difference("phone", "Phone", "+12125550123", "+12125550199"));
    }

    @Test
    void theFullPlanByEmailNeedsItsWarning() {
        PatientInfo ada =
                patients.register(
                                PatientEntry.of(
                                        "Demo", "Ada", BORN, null, "demo.ada@patient.example"),
                                true)
                        .orThrow();

        PatientChange unwarned =
                patients.choosePlanDelivery(ada.id(), PlanDelivery.FULL_PLAN, false, ada.version());
        PatientChange warned =
                patients.choosePlanDelivery(ada.id(), PlanDelivery.FULL_PLAN, true, ada.version());

        assertThat(unwarned).isInstanceOf(PatientChange.WarningNeeded.class);
        assertThat(((PatientChange.Saved) warned).patient().planDelivery())
                .isEqualTo(PlanDelivery.FULL_PLAN);
    }

    @Test
    void anEpisodeIsKeptAndAStaleOneRefused() {
        PatientInfo ada = ada();
        LocalDate today = today();
        EpisodeEntry entry = EpisodeEntry.pregnant(today.plusDays(100));

        EpisodeInfo episode = patients.recordEpisode(ada.id(), entry, null).orThrow();
        EpisodeChange late = patients.recordEpisode(ada.id(), entry, null);

        assertThat(patients.openEpisode(ada.id())).contains(episode);
        assertThat(late).isInstanceOf(EpisodeChange.Stale.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-22, 281})
    void aDueDateBeyondBeliefIsRefused(int daysAhead) {
        LocalDate today = today();

        EpisodeChange outcome =
                patients.recordEpisode(
                        ada().id(), EpisodeEntry.pregnant(today.plusDays(daysAhead)), null);

        assertThat(((EpisodeChange.Invalid) outcome).errors().on("dueDate")).isNotNull();
    }

    /** Where the clinic is: elsewhere it may be tomorrow. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinic.profile().zone());
    }

    private PatientInfo ada() {
        return patients.register(
                        PatientEntry.of(
                                "Demo", "Quillfeather", BORN, "(212) 555-0123", "ada@demo.example"),
                        true)
                .orThrow();
    }
}
