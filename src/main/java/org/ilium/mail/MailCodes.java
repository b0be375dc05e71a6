package org.ilium.mail;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** The words that stand in the database for kinds and statuses. */
final class MailCodes {

    private MailCodes() {}

    @Converter(autoApply = true)
    static class OfKind implements AttributeConverter<MailKind, String> {

        @Override
        public String convertToDatabaseColumn(MailKind kind) {
            return kind.code();
        }

        @Override
        public MailKind convertToEntityAttribute(String code) {
            return MailKind.of(code);
        }
    }

    @Converter(autoApply = true)
    static class OfStatus implements AttributeConverter<MailStatus, String> {

        @Override
        public String convertToDatabaseColumn(MailStatus status) {
            return status.code();
        }

        @Override
        public MailStatus convertToEntityAttribute(String code) {
            return MailStatus.of(code);
        }
    }
}
