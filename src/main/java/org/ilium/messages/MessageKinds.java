package org.ilium.messages;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** The kinds of messages that the features contribute, and who writes them. */
@Singleton
public class MessageKinds {

    /** As the database has it. */
    private static final Pattern CODE = Pattern.compile("[a-z-]{3,40}");

    private final Map<String, Known> known = new LinkedHashMap<>();

    MessageKinds(@All List<Letters> all) {
        for (Letters letters : all) {
            for (MessageKind kind : letters.kinds()) {
                add(new Known(kind, letters));
            }
        }
    }

    private void add(Known added) {
        String code = added.kind.code();
        String owner = added.kind.getClass().getName();
        if (!CODE.matcher(code).matches()) {
            throw new IllegalStateException(
                    "'%s' of %s is no code of a message: 3 to 40 letters from a to z, and hyphens"
                            .formatted(code, owner));
        }
        Known other = known.putIfAbsent(code, added);
        if (other != null) {
            throw new IllegalStateException(
                    "messages of the kind '%s' are written twice, for %s and for %s"
                            .formatted(code, other.kind.getClass().getName(), owner));
        }
    }

    /** Two that write the same refuse the start, not the first message. */
    void lookAtStart(@Observes StartupEvent start) {}

    /** The kind with this code; a stand-in named after it when nothing here writes it. */
    MessageKind of(String code) {
        Known found = known.get(code);
        return found == null ? new Unknown(code) : found.kind;
    }

    /** Who writes them; empty for one that a later or an earlier version put into the outbox. */
    Optional<Letters> letters(MessageKind kind) {
        return Optional.ofNullable(known.get(kind.code())).map(Known::letters);
    }

    Duration grace(MessageKind kind, Duration usual) {
        return letters(kind).map(letters -> letters.grace(kind, usual)).orElse(usual);
    }

    /** The codes of those for which nobody is called. */
    List<String> worthNoCall() {
        return known.values().stream()
                .map(Known::kind)
                .filter(kind -> !kind.isWorthACall())
                .map(MessageKind::code)
                .toList();
    }

    /** Whether messages of this kind are about what the API calls so. */
    public boolean isAbout(MessageKind kind, String subject) {
        return letters(kind).filter(letters -> letters.subject().equals(subject)).isPresent();
    }

    /** What the features say of the things that these messages are about, by their ids. */
    public Map<UUID, MessageSubject> subjects(Collection<Delivery> deliveries) {
        Map<Letters, Set<UUID>> ids = new LinkedHashMap<>();
        for (Delivery delivery : deliveries) {
            letters(delivery.kind())
                    .ifPresent(
                            letters ->
                                    ids.computeIfAbsent(letters, own -> new LinkedHashSet<>())
                                            .add(delivery.subjectId()));
        }
        Map<UUID, MessageSubject> all = new HashMap<>();
        ids.forEach((letters, own) -> all.putAll(letters.subjects(own)));
        return all;
    }

    private record Known(MessageKind kind, Letters letters) {}

    private record Unknown(String code) implements MessageKind {

        @Override
        public String label() {
            return code;
        }
    }
}
