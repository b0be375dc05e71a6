package org.ilium.programs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.ClinicProfile;
import org.ilium.shared.Ids;

/** Made-up patients for tests, by plain SQL, each with an open episode unless said otherwise. */
@ApplicationScoped
public class DemoPatients {

    /** Well behind UTC: late in its evening the date is not the server's. */
    public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private final EntityManager database;
    private final ClinicDirectory clinic;

    DemoPatients(EntityManager database, ClinicDirectory clinic) {
        this.database = database;
        this.clinic = clinic;
    }

    @Transactional
    public void openClinic() {
        openClinic("+12025550123");
    }

    @Transactional
    public void openClinicWithoutPhone() {
        openClinic("");
    }

    private void openClinic(String phone) {
        clinic.save(
                new ClinicProfile(
                        "Demo Clinic", "Demo", "Demo Clinic", phone, null, null, ZONE, null, true));
    }

    @Transactional
    public UUID withoutEpisode() {
        UUID id = Ids.next();
        database.createNativeQuery(
                        "insert into patient (id, given_name, family_name, email, created_at)"
                                + " values (:id, 'Demo', 'Ada', 'demo.ada@patient.example', :now)")
                .setParameter("id", id)
                .setParameter("now", Instant.EPOCH)
                .executeUpdate();
        return id;
    }

    /** Pregnant, this many weeks and days along on the date. */
    @Transactional
    public UUID pregnant(int weeks, int days, LocalDate on) {
        return episode("pregnant", on.plusDays(280 - weeks * 7L - days), null, on);
    }

    @Transactional
    public UUID pregnantWithoutDueDate(LocalDate on) {
        return episode("pregnant", null, null, on);
    }

    @Transactional
    public void noteCondition(UUID patientId, String condition) {
        database.createNativeQuery(
                        "insert into episode_condition (episode_id, condition, noted_on, present)"
                                + " select id, :condition, opened_on, true from episode_of_care where patient_id ="
                                + " :patient")
                .setParameter("condition", condition)
                .setParameter("patient", patientId)
                .executeUpdate();
    }

    /** Closes her episode and opens another, of a pregnancy this far along on the date. */
    @Transactional
    public void nextPregnancy(UUID patient, int weeks, int days, LocalDate on) {
        database.createNativeQuery(
                        "update episode_of_care set closed_on = :on where patient_id = :patient")
                .setParameter("on", on)
                .setParameter("patient", patient)
                .executeUpdate();
        episode(patient, "pregnant", on.plusDays(280 - weeks * 7L - days), null, on);
    }

    private UUID episode(String stage, LocalDate dueDate, LocalDate birthDate, LocalDate on) {
        return episode(withoutEpisode(), stage, dueDate, birthDate, on);
    }

    private UUID episode(
            UUID patient, String stage, LocalDate dueDate, LocalDate birthDate, LocalDate on) {
        UUID episode = Ids.next();
        database.createNativeQuery(
                        "insert into episode_of_care (id, patient_id, stage, due_date, birth_date,"
                                + " opened_on) values (:id, :patient, :stage, cast(:due as date),"
                                + " cast(:birth as date), :on)")
                .setParameter("id", episode)
                .setParameter("patient", patient)
                .setParameter("stage", stage)
                .setParameter("due", dueDate == null ? null : dueDate.toString())
                .setParameter("birth", birthDate == null ? null : birthDate.toString())
                .setParameter("on", on)
                .executeUpdate();
        database.createNativeQuery(
                        "insert into screening_result (id, episode_id, form, outcome, taken_on)"
                                + " values (:id, :episode, 'gaq-p', 'clear', :on)")
                .setParameter("id", Ids.next())
                .setParameter("episode", episode)
                .setParameter("on", on.minusDays(1))
                .executeUpdate();
        return patient;
    }
}
