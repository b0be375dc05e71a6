package org.ilium.messages;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Letters of a kind that only tests know, as a feature contributes its own. */
@Singleton
public class NoteLetters implements Letters {

    /** What the tests' letters tell. */
    public enum NoteMessage implements MessageKind {
        NOTE;

        @Override
        public String code() {
            return "test-note";
        }

        @Override
        public String label() {
            return "Note of a test";
        }
    }

    private final Stationery stationery;
    private final Map<UUID, String> addresses = new ConcurrentHashMap<>();

    NoteLetters(Stationery stationery) {
        this.stationery = stationery;
    }

    /** There is a note now, to be mailed there. */
    void there(UUID id, String address) {
        addresses.put(id, address);
    }

    @Override
    public String subject() {
        return "note";
    }

    @Override
    public List<NoteMessage> kinds() {
        return List.of(NoteMessage.values());
    }

    @Override
    public Composition write(Composition.Order order) {
        String address = addresses.get(order.subjectId());
        return address == null
                ? new Composition.Unneeded("The note is gone.")
                : new Composition.Ready(
                        stationery.letter(
                                order.messageId(),
                                address,
                                "A note",
                                new Stationery.Text("A note.", "<p>A note.</p>"),
                                null,
                                Map.of(),
                                null));
    }

    @Override
    public Map<UUID, MessageSubject> subjects(Collection<UUID> ids) {
        return ids.stream()
                .filter(addresses::containsKey)
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                id ->
                                        new MessageSubject(
                                                null,
                                                "Demo Noa",
                                                "+13125550177",
                                                null,
                                                "in short")));
    }
}
