package org.ilium.programs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.catalog.DosageJson;
import org.ilium.patients.PlanDelivery;
import org.ilium.programs.Draft;
import org.ilium.programs.DraftItem;
import org.ilium.programs.PlanItem;
import org.ilium.programs.PlanMisfit;
import org.ilium.programs.ProgramStatus;
import org.ilium.programs.ProgramSummary;
import org.ilium.programs.SentVersion;
import org.jspecify.annotations.Nullable;

/**
 * A program with its draft, screened against today; {@code revision} is also its ETag. {@code
 * items} is empty while no draft is open.
 */
@Schema(name = "Program")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProgramJson(
        UUID id,
        UUID patientId,
        String title,
        @Nullable String note,
        @Schema(implementation = ProgramStatus.class) String status,
        boolean draftOpen,
        int revision,
        @Nullable Integer currentVersion,
        List<Item> items,
        List<VerdictJson> verdicts,
        @Schema(
                        description =
                                "Verdicts that hold the program back, those that no answer lifts"
                                        + " among them: see chartFirst")
                int unresolved,
        List<String> hints) {

    @Schema(name = "ProgramItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(String slug, String name, DosageJson dosage, String dose, @Nullable String note) {

        static Item of(DraftItem item) {
            return new Item(
                    item.exercise().slug(),
                    item.exercise().name(),
                    DosageJson.of(item.dosage()),
                    item.dosage().sentence(),
                    item.note());
        }
    }

    static ProgramJson of(Draft draft) {
        return new ProgramJson(
                draft.programId(),
                draft.patientId(),
                draft.title(),
                draft.note(),
                draft.status().code(),
                draft.open(),
                draft.revision(),
                draft.currentVersion(),
                draft.items().stream().map(Item::of).toList(),
                draft.verdicts().stream().map(VerdictJson::of).toList(),
                draft.unresolved().size(),
                draft.hints());
    }

    @Schema(name = "ProgramSummary")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(
            UUID id,
            String title,
            @Schema(implementation = ProgramStatus.class) String status,
            boolean draftOpen,
            int exercises,
            @Nullable Integer currentVersion,
            @Nullable Instant sentAt,
            Instant updatedAt,
            @Nullable UUID episodeId,
            @Schema(
                            description =
                                    "Verdicts of today that make the sent version unfit; absent when it fits")
                    @Nullable List<VerdictJson> misfit) {

        static Summary of(ProgramSummary s, @Nullable PlanMisfit misfit) {
            return new Summary(
                    s.id(),
                    s.title(),
                    s.status().code(),
                    s.draftOpen(),
                    s.exercises(),
                    s.currentVersion(),
                    s.sentAt(),
                    s.updatedAt(),
                    s.episodeId(),
                    misfit == null
                            ? null
                            : misfit.verdicts().stream().map(VerdictJson::of).toList());
        }
    }

    @Schema(name = "Programs")
    record Summaries(List<Summary> programs) {}

    /** A sent version, complete as its patient got it. */
    @Schema(name = "ProgramVersion")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Version(
            int number,
            Instant sentAt,
            UUID sentBy,
            @Schema(implementation = PlanDelivery.class) String delivery,
            String title,
            @Nullable String note,
            List<VersionItem> items,
            List<String> advice,
            List<String> stopSigns,
            int totalMinutes,
            LocalDate screenedOn,
            List<VerdictJson> verdicts,
            String sha256) {

        static Version of(SentVersion v) {
            return new Version(
                    v.plan().versionNumber(),
                    Objects.requireNonNull(v.plan().sentAt()),
                    v.sentBy(),
                    v.plan().delivery().code(),
                    v.plan().content().title(),
                    v.plan().content().note(),
                    v.plan().content().items().stream().map(VersionItem::of).toList(),
                    v.plan().content().advice(),
                    v.plan().content().stopSigns(),
                    v.plan().content().totalMinutes(),
                    v.screening().date(),
                    v.screening().verdicts().stream().map(VerdictJson::of).toList(),
                    v.sha256());
        }
    }

    @Schema(name = "ProgramVersionItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionItem(
            String slug,
            String name,
            DosageJson dosage,
            String dose,
            List<String> steps,
            @Nullable String cue,
            String caution,
            List<String> why,
            @Nullable String note,
            @Schema(description = "What the safety rules say to her of it") List<String> care) {

        static VersionItem of(PlanItem i) {
            return new VersionItem(
                    i.slug(),
                    i.name(),
                    DosageJson.of(i.dosage()),
                    i.dose(),
                    i.steps(),
                    i.cue(),
                    i.caution(),
                    i.why(),
                    i.note(),
                    i.care());
        }
    }

    @Schema(name = "ProgramVersions")
    record Versions(List<Version> versions) {}
}
