package org.ilium.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.catalog.PatientFacts;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.PlanDelivery;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;

/** What the chart says of a patient as far as a program needs it, and which day it is there. */
@ApplicationScoped
public class PatientChart {

    private final EntityManager database;
    private final ClinicDirectory clinic;
    private final Clock clock;

    PatientChart(EntityManager database, ClinicDirectory clinic, Clock clock) {
        this.database = database;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Today's date in the clinic's zone. */
    public LocalDate today() {
        return clock.instant().atZone(clinic.profile().zone()).toLocalDate();
    }

    public Optional<PatientInfo> patient(UUID id) {
        return rows("select * from patient where id = :id", id).stream()
                .findFirst()
                .map(PatientChart::info);
    }

    public Optional<EpisodeInfo> openEpisode(UUID patientId) {
        return rows(
                        "select * from episode_of_care where patient_id = :id and closed_on is null",
                        patientId)
                .stream()
                .findFirst()
                .map(this::episode);
    }

    /** The facts to screen with; empty when the chart has no open episode of care. */
    public Optional<PatientFacts> facts(UUID patientId) {
        return openEpisode(patientId).map(PatientChart::facts);
    }

    static PatientFacts facts(EpisodeInfo episode) {
        EpisodeInfo.Screening form = episode.latestScreening();
        return new PatientFacts(
                episode.stage(),
                episode.dueDate(),
                episode.birthDate(),
                episode.birthMode(),
                episode.plurality(),
                episode.conditions(),
                Set.of(),
                form == null
                        ? null
                        : new PatientFacts.Prescreen(form.form(), form.takenOn(), form.outcome()));
    }

    private EpisodeInfo episode(Tuple row) {
        UUID id = row.get("id", UUID.class);
        Set<Condition> conditions =
                rows("select condition from episode_condition where episode_id = :id", id).stream()
                        .map(r -> word(Condition.class, r.get("condition", String.class)))
                        .collect(Collectors.toSet());
        List<Tuple> screenings =
                rows(
                        "select * from screening_result where episode_id = :id order by taken_on"
                                + " desc, id desc",
                        id);
        String mode = row.get("birth_mode", String.class);
        return new EpisodeInfo(
                id,
                row.get("patient_id", UUID.class),
                word(Stage.class, row.get("stage", String.class)),
                date(row, "due_date"),
                date(row, "birth_date"),
                mode == null ? BirthMode.UNKNOWN : word(BirthMode.class, mode),
                row.get("plurality", Number.class).intValue(),
                conditions,
                screenings.isEmpty() ? null : screening(screenings.get(0)),
                row.get("reason", String.class),
                date(row, "opened_on"),
                row.get("version", Integer.class));
    }

    private static EpisodeInfo.Screening screening(Tuple row) {
        boolean pregnancy = row.get("form", String.class).equals("gaq-p");
        boolean clear = row.get("outcome", String.class).equals("clear");
        return new EpisodeInfo.Screening(
                pregnancy ? ScreeningForm.GAQ_P : ScreeningForm.GAQ_POSTPARTUM,
                clear ? ScreeningOutcome.CLEAR : ScreeningOutcome.CONCERNS,
                date(row, "taken_on"));
    }

    private static PatientInfo info(Tuple row) {
        String zone = row.get("zone", String.class);
        return new PatientInfo(
                row.get("id", UUID.class),
                row.get("given_name", String.class),
                row.get("family_name", String.class),
                date(row, "birth_date"),
                row.get("phone", String.class),
                row.get("email", String.class),
                zone == null ? null : ZoneId.of(zone),
                PlanDelivery.of(row.get("plan_delivery", String.class)),
                row.get("review_asks", Boolean.class),
                row.get("note", String.class),
                row.get("version", Integer.class));
    }

    private static <E extends Enum<E> & Coded> E word(Class<E> type, String code) {
        return Coded.find(type, code).orElseThrow();
    }

    static LocalDate date(Tuple row, String column) {
        Object value = row.get(column);
        return value instanceof java.sql.Date sql ? sql.toLocalDate() : (LocalDate) value;
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, UUID id) {
        return database.createNativeQuery(sql, Tuple.class).setParameter("id", id).getResultList();
    }
}
