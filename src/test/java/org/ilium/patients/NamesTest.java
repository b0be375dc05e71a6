package org.ilium.patients;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.Character.UnicodeScript;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ilium.patients.Registration.Duplicate;
import org.ilium.patients.Registration.LikelyDuplicates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One name may be written in many ways; each finds her, and none registers her twice. */
@QuarkusTest
@TestTransaction
class NamesTest {

    private static final LocalDate BORN = LocalDate.of(1991, 4, 17);

    /** What is not a letter of these is written into names only between their letters. */
    private static final Set<UnicodeScript> SCRIPTS =
            Set.of(
                    UnicodeScript.LATIN,
                    UnicodeScript.GREEK,
                    UnicodeScript.CYRILLIC,
                    UnicodeScript.HEBREW,
                    UnicodeScript.ARABIC,
                    UnicodeScript.HANGUL,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.INHERITED,
                    UnicodeScript.COMMON);

    @Inject Patients patients;
    @Inject EntityManager database;

    @ParameterizedTest
    @CsvSource({
        "Mary Ann, Pinewood, maryann|mary ann|Mary-Ann|MARYANN PINEWOOD|maryannpinewood|pinewood maryann",
        "Maryann, Pinewood, maryann|mary ann|mary-ann|Mary Ann Pinewood",
        "Tilda, Van Dyke, vandyke|van dyke|dyke|tilda vandyke|vandyke tilda|vandike",
        "Tilda, Vandyke, van dyke|van-dyke|tilda van dyke|van dyke tilda",
        "Rosa, De La Cruz, delacruz|dela cruz|de lacruz|lacruz|cruz|De La Cruz, Rosa",
        "Rosa, Delacruz, de la cruz|dela cruz|delacruz",
        "Anne-Marie, Quince, annemarie|anne marie|Anne-Marie|anne‑marie|marie",
        "Annemarie, Quince, anne-marie|anne marie|Anne–Marie Quince",
        "Mary, O'Brien, obrien|o'brien|o’brien|oʼbrien|o`brien|O´Brien|o brien|brien|mary obrien",
        "Mary, OBrien, o'brien|O’Brien|o brien|Mary O'Brien|o'brien mary",
        "Mary, O’Brien, obrien|o'brien|oʻbrien",
        "Kai, Kaʻiulani, kaiulani|ka'iulani|Kaʻiulani",
        "Ute, Weiß, Weiss|weiß|WEISS|WEIẞ|weis",
        "Ute, Weiss, Weiß",
        "Ida, Sæther, saether|SÆTHER",
        "Ida, Bjørnson, bjornson|bjørnson",
        "Lou, Œuvrard, oeuvrard|Œuvrard",
        "Þóra, Jónsdóttir, thora|jonsdottir|Jo\u0301nsdo\u0301ttir",
        "Ewa, Wałęsa, walesa",
        "İpek, Işık, ipek|isik|IŞIK",
        "Ana, Fiﬁ, fifi",
        "小明, 王, 王|小明|王小明|王 小明",
        "민지, 김, 김|김민지|민지",
        "さくら, 林, 林|林さくら|さくら",
        "Ｓｕｚｕ, Kato, suzu",
        "Ёлка, Йод, елка|иод",
        "Mary, St. John, saint john|Saint John|st john|st. john|saintjohn|stjohn|mary saint john|john saint",
        "Mary, Saint John, st john|St. John|saint john|stjohn|saintjohn|saint-john|st joh",
        "Mary, Stjohn, saint john|st. john|saintjohn",
        "Anne, Ste. Marie, sainte marie|saint marie|Sainte-Marie|ste marie",
        "Anne, Sainte-Marie, ste marie|Ste. Marie|st marie",
        "Đorđe, Petrović, djordje|Djordje Petrovic|đorđe|dorde|Djorđe|djord",
        "Dorde, Petrovic, djordje|đorđe",
        "Djordje, Petrovic, đorđe|ĐORĐE petrovic|djordje"
    })
    void howeverANameIsWrittenItFindsHer(String given, String family, String typed) {
        PatientInfo her = register(given, family, null, null, null);

        for (String name : typed.split("\\|")) {
            assertThat(patients.search(name)).as(name).contains(her);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Mary Ann, Pinewood, pinewood annmary|woodpine|marypinewoodann",
        "Mary, O'Brien, brienom|maryo mcbrien",
        "小明, 王, 李|明小",
        "Rosa, De La Cruz, cruzdela x|rosala",
        "Stella, Stone, saint|sainte|st john",
        "Stephanie, John, saint john|sainte john"
    })
    void anotherNameDoesNot(String given, String family, String typed) {
        PatientInfo her = register(given, family, null, null, null);

        for (String name : typed.split("\\|")) {
            assertThat(patients.search(name)).as(name).doesNotContain(her);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Jae, O, o",
        "Jae, O, O",
        "Ø, Quince, o",
        "X, '', x",
        "Demo, X., x",
        "Ä, Quince, a"
    })
    void aNameOfOneLetterIsFoundAloneAndByNobodyElsesBeginning(
            String given, String family, String typed) {
        PatientInfo her = register(given, family, null, null, null);
        PatientInfo other = register("Oxana", "Axford", null, null, null);

        assertThat(patients.search(typed)).contains(her).doesNotContain(other);
        assertThat(NameForm.begins(her.fullName(), NameForm.words(typed))).isTrue();
        assertThat(NameForm.begins(other.fullName(), NameForm.words(typed))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Mary, St. John, Mary, Saint John",
        "Mary, Saint John, Mary, St John",
        "Anne, Sainte-Marie, Anne, Ste. Marie",
        "Đorđe, Petrović, Djordje, Petrovic",
        "Djordje, Petrovic, Đorđe, Petrović"
    })
    void nobodyIsRegisteredTwiceByAnotherSpelling(
            String given, String family, String again, String asWell) {
        PatientInfo her = register(given, family, null, null, null);

        Registration outcome =
                patients.register(PatientEntry.of(again, asWell, null, null, null), false);

        assertThat(((LikelyDuplicates) outcome).candidates())
                .filteredOn(one -> one.patient().equals(her))
                .flatExtracting(Duplicate::alike)
                .containsExactly("Nearly the same name");
    }

    @ParameterizedTest
    @CsvSource({
        "Jo, Joanna",
        "Liz, Elizabeth",
        "Kate, Katherine",
        "Joanna, Jo",
        "St, Saint",
        "Dj, D"
    })
    void aShortFormBreaksNothing(String given, String other) {
        PatientInfo brief = register(given, "Pinewood", null, null, null);
        PatientInfo full = register(other, "Pinewood", null, null, null);

        assertThat(patients.search(given + " pinewood")).contains(brief);
        assertThat(patients.search(other + " Pinewood")).contains(full);
        assertThat(patients.search("pinewood")).contains(brief, full);
    }

    @ParameterizedTest
    @CsvSource({"Suryani, ''", "'', Suryani", "Suryani, ' '", "王, ''"})
    void oneNameIsEnough(String given, String family) {
        PatientInfo her = register(given, family, null, null, null);
        String name = given.isBlank() ? family : given;

        assertThat(her.fullName()).isEqualTo(name);
        assertThat(her.givenName()).isEqualTo(name);
        assertThat(her.familyName()).isEmpty();
        assertThat(patients.search(name)).contains(her);
        assertThat(candidates(PatientEntry.of("", name, null, null, null))).contains(her.id());
        PatientChange changed =
                patients.changeContact(
                        her.id(),
                        PatientEntry.of(given, family, BORN, null, null),
                        true,
                        her.version());
        assertThat(((PatientChange.Saved) changed).patient().formerNames()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Mary, O'Brien, Mary, OBrien",
        "Mary, OBrien, Mary, O’Brien",
        "Mary, O'Brien, Mary, O Brien",
        "Mary, O'Brien, OBrien, Mary",
        "Mary Ann, Pinewood, Maryann, Pinewood",
        "Anne-Marie, Quince, Annemarie, Quince",
        "Anne Marie, Quince, Anne, Marie Quince",
        "Tilda, Van Dyke, Tilda, Vandyke",
        "Ute, Weiß, Ute, Weiss",
        "Ute, Weiß, WEISS, UTE",
        "Þóra, Jónsdóttir, Thora, Jonsdottir",
        "小明, 王, 王, 小明",
        "Emma, Meyer, Emma, Meier",
        "Rosa, Lopez, Rosa, Lopes",
        "Ines, Reyes, Ines, Ryes",
        "Kim, Nguyen, Kim, Nguyn",
        "王小明, '', 小明, 王"
    })
    void whoIsRegisteredUnderAnotherWritingIsTold(
            String given, String family, String other, String otherFamily) {
        PatientInfo her = register(given, family, null, null, null);

        assertThat(likely(PatientEntry.of(other, otherFamily, null, null, null)))
                .filteredOn(candidate -> candidate.patient().id().equals(her.id()))
                .singleElement()
                .satisfies(c -> assertThat(c.alike()).containsExactly("Nearly the same name"));
    }

    @Test
    void aCommonFirstNameAloneIsNoLikeness() {
        PatientInfo her = register("Maria", "Quillfeather", null, null, null);

        assertThat(candidates(PatientEntry.of("Maria", "Umberland", null, null, null)))
                .doesNotContain(her.id());
        assertThat(candidates(PatientEntry.of("Maria", "Quarterman", null, null, null)))
                .doesNotContain(her.id());
    }

    @ParameterizedTest
    @CsvSource({
        "Katherine, Umberland",
        "Catherine, Umberland",
        "Katherine Ann, Umberland",
        "Umberland, Katherine"
    })
    void theSameFirstNameAndBirthDateIsToldUnderAMarriedName(String given, String family) {
        PatientInfo her = register("Katherine", "Pennyroyal", BORN, null, null);

        assertThat(likely(PatientEntry.of(given, family, BORN, null, null)))
                .filteredOn(candidate -> candidate.patient().id().equals(her.id()))
                .singleElement()
                .satisfies(
                        c ->
                                assertThat(c.alike())
                                        .anyMatch(a -> a.startsWith("Same date of birth")));
        assertThat(candidates(PatientEntry.of(given, family, BORN.plusDays(1), null, null)))
                .doesNotContain(her.id());
        assertThat(candidates(PatientEntry.of("Zola", "Umberland", BORN, null, null)))
                .doesNotContain(her.id());
    }

    @Test
    void whatSheWasCalledAndReachedByIsFoundAndTold() {
        PatientInfo her =
                register("Mary", "Pennyroyal", null, "+12025550143;ext=5", "m_p@demo.example");
        change(her, PatientEntry.of("Mary", "O'Umber", null, "+12025550144", "new@demo.example"));

        PatientInfo now = patients.find(her.id()).orElseThrow();
        assertThat(now.formerNames()).containsExactly("Mary Pennyroyal");
        for (String typed :
                List.of(
                        "pennyroyal",
                        "mary pennyroyal",
                        "marypennyroyal",
                        "Pennryoyal",
                        "oumber",
                        "2025550143",
                        "(202) 555-0143 ext. 5",
                        "2025550144",
                        "M_P@demo.example",
                        "new@demo",
                        "mary new@demo.example")) {
            assertThat(patients.search(typed)).as(typed).contains(now);
        }
        for (String typed : List.of("mxp@demo.example", "demo.example@", "ew@demo.example")) {
            assertThat(patients.search(typed)).as(typed).doesNotContain(now);
        }
        assertThat(
                        reasons(
                                her,
                                PatientEntry.of(
                                        "Mary",
                                        "Penny-Royal",
                                        null,
                                        "(202) 555-0143",
                                        "M_P@Demo.example")))
                .containsExactly(
                        "A phone number she had before",
                        "An email she had before",
                        "A name she had before");
        assertThat(reasons(her, PatientEntry.of("Mary", "Penyroyal", null, null, null)))
                .containsExactly("Nearly a name she had before");
        assertThat(reasons(her, PatientEntry.of("Mary", "Pennyroyall", null, null, null)))
                .containsExactly("Nearly a name she had before");
        assertThat(
                        reasons(
                                her,
                                PatientEntry.of(
                                        "Zola",
                                        "Quince",
                                        null,
                                        "202 555 0144 x7",
                                        "NEW@demo.example")))
                .containsExactly("Same phone number", "Same email");
    }

    @Test
    void aNameThatIsHersAgainIsNotFormer() {
        PatientInfo her = register("Mary", "Pennyroyal", null, null, null);
        change(her, PatientEntry.of("Mary", "Umber", null, null, null));
        change(
                patients.find(her.id()).orElseThrow(),
                PatientEntry.of("Mary", "Pennyroyal", null, null, null));

        assertThat(patients.find(her.id()).orElseThrow().formerNames())
                .containsExactly("Mary Umber");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+44 20 7946 0960",
                "0044 20 7946 0960",
                "011 44 20 7946 0960",
                "+44 (0)20 7946 0960",
                "020 7946 0960",
                "020 7946 0960 ext. 12",
                "7946 0960 x12",
                "0960"
            })
    void aForeignNumberIsFoundHoweverItIsDialled(String typed) {
        PatientInfo her = register("Tilda", "Quince", null, "0044 20 7946 0960 ext. 12", null);

        assertThat(her.phone()).isEqualTo("+442079460960;ext=12");
        assertThat(patients.search(typed)).contains(her);
    }

    @Test
    void theDatabaseBringsEveryLetterIntoTheFormThatIsTyped() {
        List<String> all =
                IntStream.rangeClosed(1, 0xFFFF)
                        .filter(Character::isDefined)
                        .filter(c -> !Character.isISOControl(c) && c < 0xFFF0)
                        .filter(c -> SCRIPTS.contains(UnicodeScript.of(c)))
                        .filter(c -> isOfUnicode10(c))
                        .mapToObj(c -> "x" + Character.toString(c) + "y")
                        .collect(Collectors.toList());
        List<String> stored =
                all(
                        "select name_letters(name)"
                                + " from unnest(string_to_array(:names, E'\\n')) with ordinality as"
                                + " n (name, i) order by i",
                        all);

        assertThat(all).hasSizeGreaterThan(15_000);
        assertThat(
                        IntStream.range(0, all.size())
                                .filter(i -> !NameForm.letters(all.get(i)).equals(stored.get(i)))
                                .mapToObj(
                                        i ->
                                                "%04X typed %s stored %s"
                                                        .formatted(
                                                                (int) all.get(i).charAt(1),
                                                                NameForm.letters(all.get(i)),
                                                                stored.get(i))))
                .isEmpty();
    }

    @Test
    void theDatabaseCutsWordsWhereTypedOnesAreCut() {
        List<String> names =
                Stream.of(
                                "Mary Ann van Dyke",
                                "O'Neil-Smith",
                                "De La Cruz, Rosa",
                                "Anne—Marie (Annie)",
                                "Smith/Jones",
                                "St. John",
                                "Paral·lel",
                                "ジャン・ポール",
                                "प्रिया शर्मा",
                                "می\u200Cخواهم",
                                "Dr. Müller")
                        .toList();

        List<String> stored =
                all(
                        "select array_to_string(name_parts(replace(name_letters(name), '''', '')), '|')"
                                + " from unnest(string_to_array(:names, E'\\n')) with ordinality as"
                                + " n (name, i) order by i",
                        names);

        assertThat(names.stream().map(name -> String.join("|", NameForm.words(name))))
                .containsExactlyElementsOf(stored);
    }

    /** What newer Unicode gave a case to is no letter yet for an older Java or database. */
    private static boolean isOfUnicode10(int c) {
        return !(c >= 0xA7AE && c <= 0xA7F5
                        || c >= 0x1C80 && c <= 0x1C8F
                        || c >= 0x2C2F && c <= 0x2C2F)
                && !(c >= 0x1C90 && c <= 0x1CBF);
    }

    @SuppressWarnings("unchecked")
    private List<String> all(String select, List<String> names) {
        return database.createNativeQuery(select, String.class)
                .setParameter("names", String.join("\n", names))
                .getResultList();
    }

    private List<String> reasons(PatientInfo her, PatientEntry entry) {
        return likely(entry).stream()
                .filter(c -> c.patient().id().equals(her.id()))
                .flatMap(c -> c.alike().stream())
                .toList();
    }

    private List<java.util.UUID> candidates(PatientEntry entry) {
        return likely(entry).stream().map(c -> c.patient().id()).toList();
    }

    /** Nothing is saved: asked again, it is the same. */
    private List<Duplicate> likely(PatientEntry entry) {
        Registration outcome = patients.register(entry, false);
        return outcome instanceof LikelyDuplicates likely ? likely.candidates() : List.of();
    }

    private void change(PatientInfo her, PatientEntry entry) {
        assertThat(patients.changeContact(her.id(), entry, true, her.version()))
                .isInstanceOf(PatientChange.Saved.class);
    }

    private PatientInfo register(
            String given, String family, LocalDate born, String phone, String email) {
        return patients.register(PatientEntry.of(given, family, born, phone, email), true)
                .orThrow();
    }
}
