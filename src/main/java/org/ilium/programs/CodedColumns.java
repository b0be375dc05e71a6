package org.ilium.programs;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.ilium.catalog.Dosage;
import org.ilium.shared.pregnancy.Coded;
import org.jspecify.annotations.Nullable;

/** Closed words as the tables keep them: by code. */
final class CodedColumns {

    private CodedColumns() {}

    abstract static class ByCode<E extends Enum<E> & Coded>
            implements AttributeConverter<E, String> {

        private final Class<E> type;

        ByCode(Class<E> type) {
            this.type = type;
        }

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable E word) {
            return word == null ? null : word.code();
        }

        @Override
        public @Nullable E convertToEntityAttribute(@Nullable String code) {
            return code == null ? null : Coded.find(type, code).orElseThrow();
        }
    }

    @Converter
    static class OfStatus extends ByCode<ProgramStatus> {
        OfStatus() {
            super(ProgramStatus.class);
        }
    }

    @Converter
    static class OfAnswerKind extends ByCode<AnswerKind> {
        OfAnswerKind() {
            super(AnswerKind.class);
        }
    }

    @Converter
    static class OfSide implements AttributeConverter<Dosage.Side, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(Dosage.@Nullable Side side) {
            return side == null ? null : side.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Dosage.@Nullable Side convertToEntityAttribute(@Nullable String word) {
            return word == null ? null : Dosage.Side.valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
