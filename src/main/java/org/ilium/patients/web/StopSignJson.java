package org.ilium.patients.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ilium.patients.ReportedStopSign;
import org.ilium.patients.ReportedStopSign.Clearing;
import org.ilium.shared.pregnancy.StopSign;
import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * A reported stop sign as JSON shows it; what is said of its clearing is absent while it stands.
 */
@Schema(name = "StopSignReport")
@JsonInclude(JsonInclude.Include.NON_NULL)
record StopSignJson(
        UUID id,
        @Schema(implementation = StopSign.class) String sign,
        LocalDate reportedOn,
        UUID recordedBy,
        Instant recordedAt,
        @Nullable LocalDate clearedOn,
        @Nullable UUID clearedBy,
        @Nullable Instant clearedAt,
        @Nullable String note) {

    static StopSignJson of(ReportedStopSign report) {
        Clearing cleared = report.cleared();
        return new StopSignJson(
                report.id(),
                report.sign().code(),
                report.reportedOn(),
                report.recordedBy(),
                report.recordedAt(),
                cleared == null ? null : cleared.on(),
                cleared == null ? null : cleared.by(),
                cleared == null ? null : cleared.at(),
                cleared == null ? null : cleared.note());
    }

    @Schema(name = "StopSignReports")
    record All(List<StopSignJson> reports) {

        static All of(List<ReportedStopSign> reports) {
            return new All(reports.stream().map(StopSignJson::of).toList());
        }
    }

    /** What she reports; without a date, today. */
    @Schema(name = "NewStopSignReport")
    record Reported(
            @Schema(type = SchemaType.ARRAY, implementation = StopSign.class)
                    @Nullable List<String> signs,
            @Nullable LocalDate reportedOn) {

        /** Throws the refusal that names every word nobody knows. */
        Set<StopSign> read() {
            FieldErrors errors = new FieldErrors();
            Set<StopSign> read =
                    Typed.words(errors, "signs", StopSign.class, signs == null ? List.of() : signs);
            if (!errors.isEmpty()) {
                throw RefusedException.of(errors);
            }
            return read;
        }

        @Override
        public String toString() {
            return "NewStopSignReport";
        }
    }

    /** Since when it does not stop her plan; without a date, today. */
    @Schema(name = "StopSignClearing")
    record Cleared(@Nullable LocalDate clearedOn, @Nullable String note) {

        @Override
        public String toString() {
            return "StopSignClearing";
        }
    }
}
