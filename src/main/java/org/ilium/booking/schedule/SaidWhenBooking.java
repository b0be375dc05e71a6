package org.ilium.booking.schedule;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.shared.pregnancy.SaidStage;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.sql.Sql;

/** What patients said of themselves when they booked. */
@Singleton
public class SaidWhenBooking {

    private final Sql sql;
    private final ClinicDirectory clinic;

    SaidWhenBooking(Sql sql, ClinicDirectory clinic) {
        this.sql = sql;
        this.clinic = clinic;
    }

    private record Said(UUID patientId, SaidStage stage) {}

    /**
     * The last that each of these patients said, in one statement, whatever became of the visit;
     * none for who was never asked.
     */
    public Map<UUID, SaidStage> last(Collection<UUID> patientIds) {
        return patientIds.isEmpty()
                ? Map.of()
                : sql
                        .list(
                                """
                                select distinct on (patient_id) patient_id, stage, weeks, created_at
                                  from appointment
                                 where patient_id = any(?) and stage is not null and status <> 'held'
                                 order by patient_id, created_at desc, id desc
                                """,
                                row ->
                                        new Said(
                                                row.id(1),
                                                new SaidStage(
                                                        Coded.find(Stage.class, row.text(2))
                                                                .orElseThrow(),
                                                        row.orNull(3, Integer.class),
                                                        LocalDate.ofInstant(
                                                                row.instant(4),
                                                                clinic.profile().zone()))),
                                patientIds)
                        .stream()
                        .collect(Collectors.toMap(Said::patientId, Said::stage));
    }
}
