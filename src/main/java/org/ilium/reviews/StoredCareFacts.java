package org.ilium.reviews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.PlanDelivery;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.shared.pregnancy.Stage;

@ApplicationScoped
@SuppressWarnings("unchecked")
class StoredCareFacts implements CareFacts {

    private final EntityManager database;

    StoredCareFacts(EntityManager database) {
        this.database = database;
    }

    @Override
    public Optional<PatientInfo> patient(UUID id) {
        return ((java.util.stream.Stream<Object[]>)
                        database.createNativeQuery(
                                        "select given_name, family_name, email, review_asks from patient where id = :id",
                                        Object[].class)
                                .setParameter("id", id)
                                .getResultStream())
                .findFirst()
                .map(
                        r ->
                                new PatientInfo(
                                        id,
                                        (String) r[0],
                                        (String) r[1],
                                        null,
                                        null,
                                        (String) r[2],
                                        null,
                                        PlanDelivery.NOTICE_AND_LINK,
                                        (Boolean) r[3],
                                        0));
    }

    @Override
    public Optional<EpisodeInfo> openEpisode(UUID patientId) {
        return ((java.util.stream.Stream<Object[]>)
                        database.createNativeQuery(
                                        "select id, stage, due_date, birth_date, opened_on from episode_of_care"
                                                + " where patient_id = :id and closed_on is null",
                                        Object[].class)
                                .setParameter("id", patientId)
                                .getResultStream())
                .findFirst()
                .map(
                        r ->
                                new EpisodeInfo(
                                        (UUID) r[0],
                                        patientId,
                                        Coded.find(Stage.class, (String) r[1]).orElseThrow(),
                                        (LocalDate) r[2],
                                        (LocalDate) r[3],
                                        BirthMode.UNKNOWN,
                                        1,
                                        Set.of(),
                                        null,
                                        null,
                                        (LocalDate) r[4],
                                        0));
    }
}
