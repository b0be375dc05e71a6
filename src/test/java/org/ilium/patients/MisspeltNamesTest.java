package org.ilium.patients;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed with the caller on the line is often one letter wrong. */
@QuarkusTest
@TestTransaction
class MisspeltNamesTest {

    private static final List<String> REGISTERED =
            List.of(
                    "Bea Birch",
                    "Dina Juniper",
                    "Edith Ginkgo",
                    "Flora Nutmeg",
                    "Greta Dogwood",
                    "Hana Cedar",
                    "Ines Quinn",
                    "Cora Wintergreen",
                    "Ada Wintergreen",
                    "Zoë Łukasiewicz-Smørrebrød",
                    "Jana Bergamot",
                    "Kira Burdock",
                    "Lena Hawthorn",
                    "Mona Hazel",
                    "Nora Elderflower",
                    "Beatrix Birchall");

    @Inject Patients patients;

    @ParameterizedTest
    @CsvSource({
        "Bea Brich, Bea Birch",
        "Brich, Bea Birch",
        "Burch, Bea Birch",
        "Berch, Bea Birch",
        "Bich, Bea Birch",
        "Birrch, Bea Birch",
        "irch, Bea Birch",
        "birch baa, Bea Birch",
        "Bae Brich, Bea Birch",
        "Be Brich, Bea Birch",
        "Junpier, Dina Juniper",
        "Juinper, Dina Juniper",
        "Jumipe, Dina Juniper",
        "Gingko, Edith Ginkgo",
        "Ginko, Edith Ginkgo",
        "Netmug, Flora Nutmeg",
        "Nutneg, Flora Nutmeg",
        "Dgowood, Greta Dogwood",
        "Ceadr, Hana Cedar",
        "Sedar, Hana Cedar",
        "Qiun, Ines Quinn",
        "Quin, Ines Quinn",
        "Qiunn, Ines Quinn",
        "Kora Wintergreen, Cora Wintergreen",
        "Eda Wintergreen, Ada Wintergreen",
        "Wnitergreen, Ada Wintergreen",
        "Wintregeren, Ada Wintergreen",
        "Vinterrgreen, Cora Wintergreen",
        "Hawtorm, Lena Hawthorn",
        "Hawhtron, Lena Hawthorn",
        "Hwath, Lena Hawthorn",
        "Bregamot, Jana Bergamot",
        "Zeo Smorrebrod, Zoë Łukasiewicz-Smørrebrød",
        "Łukaszievicz, Zoë Łukasiewicz-Smørrebrød"
    })
    void aSlipOfThePenIsForgiven(String typed, String meant) {
        registered();

        assertThat(names(typed)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "Brich, Kira Burdock",
        "Brich, Hana Cedar",
        "Bea Brich, Beatrix Hazel",
        "Bea Cedar, Hana Cedar",
        "Hna Birch, Bea Birch",
        "Birch, Kira Burdock",
        "Nutmeg, Mona Hazel",
        "Haxek, Mona Hazel",
        "Quack, Ines Quinn",
        "Hazelnut, Mona Hazel",
        "Wanderer, Ada Wintergreen",
        "Elderberry, Nora Elderflower",
        "Bicrhes, Bea Birch"
    })
    void anotherNameIsNotMeant(String typed, String other) {
        registered();

        assertThat(names(typed)).doesNotContain(other);
    }

    @Test
    void whoseNameBeginsSoComesBeforeTheMisspelt() {
        registered();
        register("Demo Birches");
        register("Demo Borches");

        assertThat(names("Birches")).containsSubsequence("Demo Birches", "Demo Borches");
        assertThat(names("Bea Birch")).startsWith("Bea Birch");
    }

    @Test
    void aChangedNameIsFoundMisspelt() {
        PatientInfo bea = register("Bea Birch");
        patients.changeContact(
                bea.id(),
                PatientEntry.of("Bea", "Sandalwood", null, null, null),
                true,
                bea.version());

        assertThat(names("Sadnalwood")).contains("Bea Sandalwood");
    }

    private List<String> names(String typed) {
        return patients.search(typed).stream().map(PatientInfo::fullName).toList();
    }

    private void registered() {
        REGISTERED.forEach(this::register);
    }

    private PatientInfo register(String name) {
        int space = name.indexOf(' ');
        return patients.register(
                        PatientEntry.of(
                                name.substring(0, space),
                                name.substring(space + 1),
                                null,
                                null,
                                null),
                        true)
                .orThrow();
    }
}
