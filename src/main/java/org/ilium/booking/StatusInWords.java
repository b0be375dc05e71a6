package org.ilium.booking;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter
class StatusInWords implements AttributeConverter<AppointmentStatus, String> {

    @Override
    public String convertToDatabaseColumn(AppointmentStatus status) {
        return status.code();
    }

    @Override
    public AppointmentStatus convertToEntityAttribute(String word) {
        return AppointmentStatus.of(word);
    }
}
