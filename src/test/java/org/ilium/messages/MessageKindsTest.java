package org.ilium.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ilium.messages.NoteLetters.NoteMessage;
import org.junit.jupiter.api.Test;

/** What the features contribute is checked as the program starts. */
class MessageKindsTest {

    @Test
    void twoThatWriteTheSameKindRefuseTheStartByName() {
        assertThatThrownBy(() -> kinds(NoteMessage.NOTE, new Named("test-note")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'test-note'")
                .hasMessageContaining(NoteMessage.class.getName())
                .hasMessageContaining(Named.class.getName());
    }

    @Test
    void soDoesACodeThatTheDatabaseWouldNotTake() {
        for (String code : List.of("No", "ab", "with space", "x".repeat(41))) {
            assertThatThrownBy(() -> kinds(new Named(code)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("'" + code + "'")
                    .hasMessageContaining(Named.class.getName());
        }
    }

    @Test
    void aKindThatNothingWritesIsCalledByItsCode() {
        MessageKinds kinds = kinds(NoteMessage.NOTE);

        MessageKind unknown = kinds.of("from-tomorrow");

        assertThat(unknown.code()).isEqualTo("from-tomorrow");
        assertThat(unknown.label()).isEqualTo("from-tomorrow");
        assertThat(kinds.letters(unknown)).isEmpty();
        assertThat(kinds.of("test-note")).isSameAs(NoteMessage.NOTE);
    }

    /** Each written by somebody else. */
    private static MessageKinds kinds(MessageKind... kinds) {
        return new MessageKinds(List.of(kinds).stream().<Letters>map(Written::new).toList());
    }

    private record Named(String code) implements MessageKind {
        @Override
        public String label() {
            return code;
        }
    }

    private record Written(MessageKind kind) implements Letters {
        @Override
        public String subject() {
            return "note";
        }

        @Override
        public List<MessageKind> kinds() {
            return List.of(kind);
        }

        @Override
        public Composition write(Composition.Order order) {
            return new Composition.Unneeded("It is a test.");
        }
    }
}
