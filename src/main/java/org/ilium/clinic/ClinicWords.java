package org.ilium.clinic;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ilium.access.GuessableWords;

/** What the clinic is called, which makes no password of its staff. */
@Singleton
class ClinicWords implements GuessableWords {

    private final ClinicDirectory directory;

    ClinicWords(ClinicDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Collection<String> guessable() {
        ClinicProfile clinic = directory.profile();
        List<String> words =
                Stream.of(clinic.name(), clinic.shortName(), clinic.senderName(), clinic.email())
                        .filter(Objects::nonNull)
                        .toList();
        return clinic.setUp() ? words : List.of();
    }
}
