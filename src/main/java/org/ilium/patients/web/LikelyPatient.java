package org.ilium.patients.web;

import java.util.List;

/** One who may be the same person, and what the two share. */
record LikelyPatient(PatientView patient, List<String> alike) {}
