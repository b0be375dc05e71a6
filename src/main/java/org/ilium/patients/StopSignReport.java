package org.ilium.patients;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.ilium.patients.ReportedStopSign.Clearing;
import org.ilium.shared.Ids;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.shared.pregnancy.StopSign;
import org.jspecify.annotations.Nullable;

/** One report of a stop sign; once cleared it is kept, and the sign reported again is another. */
@Entity
@Table(name = "stop_sign_report")
class StopSignReport {

    @Id private UUID id;

    private UUID episodeId;

    private String sign;

    private LocalDate reportedOn;

    private UUID recordedBy;

    private Instant recordedAt;

    private @Nullable LocalDate clearedOn;

    private @Nullable UUID clearedBy;

    private @Nullable Instant clearedAt;

    private @Nullable String clearedNote;

    protected StopSignReport() {}

    StopSignReport(UUID episodeId, StopSign sign, LocalDate reportedOn, UUID by, Instant at) {
        this.id = Ids.next();
        this.episodeId = episodeId;
        this.sign = sign.code();
        this.reportedOn = reportedOn;
        this.recordedBy = by;
        this.recordedAt = at;
    }

    void clear(Clearing clearing) {
        clearedOn = clearing.on();
        clearedBy = clearing.by();
        clearedAt = clearing.at();
        clearedNote = clearing.note();
    }

    UUID id() {
        return id;
    }

    UUID episodeId() {
        return episodeId;
    }

    boolean stands() {
        return clearedOn == null;
    }

    LocalDate reportedOn() {
        return reportedOn;
    }

    ReportedStopSign info() {
        return new ReportedStopSign(
                id,
                Coded.find(StopSign.class, sign).orElseThrow(),
                reportedOn,
                recordedBy,
                recordedAt,
                clearedOn == null || clearedBy == null || clearedAt == null
                        ? null
                        : new Clearing(clearedOn, clearedBy, clearedAt, clearedNote));
    }
}
