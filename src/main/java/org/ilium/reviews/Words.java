package org.ilium.reviews;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.ilium.shared.pregnancy.Coded;
import org.jspecify.annotations.Nullable;

/** The closed words of this module as the database keeps them: by their codes. */
abstract class Words<E extends Enum<E> & Coded> implements AttributeConverter<E, String> {

    private final Class<E> type;

    Words(Class<E> type) {
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

    @Converter(autoApply = true)
    static class OfStatus extends Words<ReviewStatus> {
        OfStatus() {
            super(ReviewStatus.class);
        }
    }

    @Converter(autoApply = true)
    static class OfNameStyle extends Words<NameStyle> {
        OfNameStyle() {
            super(NameStyle.class);
        }
    }

    @Converter(autoApply = true)
    static class OfExclusion extends Words<ExclusionReason> {
        OfExclusion() {
            super(ExclusionReason.class);
        }
    }

    @Converter(autoApply = true)
    static class OfDecision extends Words<ModerationDecision> {
        OfDecision() {
            super(ModerationDecision.class);
        }
    }

    @Converter(autoApply = true)
    static class OfReason extends Words<WithholdReason> {
        OfReason() {
            super(WithholdReason.class);
        }
    }
}
