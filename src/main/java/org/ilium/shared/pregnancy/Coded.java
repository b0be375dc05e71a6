package org.ilium.shared.pregnancy;

import java.util.Arrays;
import java.util.Optional;

/** A closed word that is stored and exchanged by its stable code and shown by its label. */
public interface Coded {

    /** The stable kebab-case code, as stored and as it stands in the API and the rule file. */
    String code();

    /** A short plain label for staff screens. */
    String label();

    /** The constant with this exact code; empty when there is none. */
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.code().equals(code))
                .findFirst();
    }
}
