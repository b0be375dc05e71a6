package org.ilium.messages;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** The words that stand in the database for statuses. */
final class MailCodes {

    private MailCodes() {}

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
