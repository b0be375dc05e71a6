package org.ilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LateFormTest {

    private static final Map<String, String> WAS = Map.of("phone", "1", "email", "a", "note", "x");

    @Test
    void whatSheDidNotTouchComesFromWhatStandsNow() {
        LateForm late =
                late(
                        Map.of("phone", "1", "email", "b", "note", "x"),
                        Map.of("phone", "2", "email", "a", "note", "x"));

        assertThat(late.merged()).isEqualTo(Map.of("phone", "2", "email", "b", "note", "x"));
        assertThat(late.clashes("phone")).isFalse();
        assertThat(late.clashes("email")).isFalse();
    }

    @Test
    void whatBothChangedStaysHersAndClashes() {
        LateForm late =
                late(
                        Map.of("phone", "3", "email", "b", "note", "x"),
                        Map.of("phone", "2", "email", "b", "note", "x"));
        Difference phone = new Difference("phone", "Phone", "3", "2");
        Difference note = new Difference("note", "Note", "x", "y");

        assertThat(late.merged().get("phone")).isEqualTo("3");
        assertThat(late.clashes(List.of(phone, note))).containsExactly(phone);
        assertThat(late.clashes("email")).isFalse();
    }

    @Test
    void lineEndsOfTheBrowserAreNoChange() {
        LateForm late =
                new LateForm(
                        LateForm.loaded(Map.of("note", "one\ntwo")),
                        Map.of("note", "one\r\ntwo"),
                        Map.of("note", "three"));

        assertThat(late.merged()).isEqualTo(Map.of("note", "three"));
    }

    @Test
    void aFormThatDoesNotSayHowItBeganKeepsAllOfHers() {
        for (String unreadable : new String[] {null, "", "{", "[1]", "null"}) {
            LateForm late = new LateForm(unreadable, Map.of("phone", "3"), Map.of("phone", "2"));

            assertThat(late.merged()).isEqualTo(Map.of("phone", "3"));
            assertThat(late.clashes("phone")).isTrue();
        }
    }

    private static LateForm late(Map<String, String> hers, Map<String, String> now) {
        return new LateForm(LateForm.loaded(WAS), hers, now);
    }
}
