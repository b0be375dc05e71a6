package org.ilium.booking.changes;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.ilium.booking.AppointmentStatus;

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
