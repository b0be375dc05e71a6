package org.ilium.reviews;

import java.util.Optional;
import java.util.UUID;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PatientInfo;

/** What this module asks of the charts. */
interface CareFacts {

    Optional<PatientInfo> patient(UUID id);

    Optional<EpisodeInfo> openEpisode(UUID patientId);
}
