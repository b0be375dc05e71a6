package org.ilium.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.ilium.patients.PatientInfo;
import org.ilium.programs.PatientChart;

/** What mail asks of the charts, and the one thing it changes there. */
@ApplicationScoped
public class MailPatients {

    private final PatientChart chart;
    private final EntityManager database;

    MailPatients(PatientChart chart, EntityManager database) {
        this.chart = chart;
        this.database = database;
    }

    @Transactional
    public Optional<PatientInfo> find(UUID id) {
        return chart.patient(id);
    }

    /** She is not asked for reviews any more; false when she was not before. */
    @Transactional
    public boolean stopReviewAsks(UUID id) {
        return database.createNativeQuery(
                                "update patient set review_asks = false, version = version + 1"
                                        + " where id = :id and review_asks")
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }
}
