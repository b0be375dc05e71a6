package org.ilium.access;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "patient_link")
class PatientLink {

    @Id UUID id;

    byte[] tokenHash;

    @Convert(converter = KindInWords.class)
    LinkKind kind;

    UUID subjectId;

    Instant createdAt;

    Instant expiresAt;

    @Nullable Instant revokedAt;

    @Converter
    static class KindInWords implements AttributeConverter<LinkKind, String> {

        @Override
        public String convertToDatabaseColumn(LinkKind kind) {
            return kind.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public LinkKind convertToEntityAttribute(String word) {
            return LinkKind.valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
