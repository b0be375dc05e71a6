package org.ilium.reviews;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;

/** What the charts say. */
@ApplicationScoped
class StoredCareFacts implements CareFacts {

    private final Patients patients;

    StoredCareFacts(Patients patients) {
        this.patients = patients;
    }

    @Override
    public Optional<PatientInfo> patient(UUID id) {
        return patients.find(id);
    }

    @Override
    public Optional<EpisodeInfo> openEpisode(UUID patientId) {
        return patients.openEpisode(patientId);
    }
}
