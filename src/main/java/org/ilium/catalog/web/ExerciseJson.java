package org.ilium.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.catalog.BodyRegion;
import org.ilium.catalog.Cause;
import org.ilium.catalog.DosageJson;
import org.ilium.catalog.Exercise;
import org.ilium.catalog.ExerciseKind;
import org.ilium.catalog.Position;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.shared.pregnancy.Phase;
import org.jspecify.annotations.Nullable;

/** A catalog item as JSON shows it; words are codes, {@code dose} is the dosage in a sentence. */
@Schema(name = "Exercise")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExerciseJson(
        String slug,
        String name,
        @Schema(implementation = ExerciseKind.class) String kind,
        @Schema(type = SchemaType.ARRAY, implementation = BodyRegion.class) List<String> regions,
        @Schema(implementation = Position.class) String position,
        List<String> equipment,
        @Schema(type = SchemaType.ARRAY, implementation = Phase.class) List<String> phases,
        @Nullable Integer minWeeksPostpartum,
        List<String> ruleIds,
        String caution,
        List<String> steps,
        List<String> cues,
        DosageJson dosage,
        String dose,
        @Schema(type = SchemaType.ARRAY, implementation = Cause.class) List<String> causes,
        List<String> sources,
        boolean signedOff) {

    static ExerciseJson of(Exercise e) {
        return new ExerciseJson(
                e.slug(),
                e.name(),
                e.kind().code(),
                e.bodyRegions().stream().map(Coded::code).toList(),
                e.position().code(),
                e.equipment(),
                e.trimestersOk().stream().sorted().map(Coded::code).toList(),
                e.minWeeksPostpartum(),
                e.ruleIds(),
                e.cautions(),
                e.instructions(),
                e.cues(),
                DosageJson.of(e.defaultDosage()),
                e.defaultDosage().sentence(),
                e.causesAddressed().stream().map(Coded::code).toList(),
                e.sources(),
                e.signedOff());
    }
}
