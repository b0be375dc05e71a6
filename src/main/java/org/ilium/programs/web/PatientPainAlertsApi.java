package org.ilium.programs.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.AuditTrail;
import org.ilium.access.May;
import org.ilium.programs.PainAlerts;
import org.ilium.programs.PatientChart;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;

/** One patient's pain alerts as JSON. */
@Path("/api/v1/patients/{patientId}/pain-alerts")
@Blocking
@RolesAllowed(May.SEE_CLINICAL)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programs")
class PatientPainAlertsApi {

    private final PainAlerts alerts;
    private final PatientChart chart;
    private final AuditTrail audit;

    PatientPainAlertsApi(PainAlerts alerts, PatientChart chart, AuditTrail audit) {
        this.alerts = alerts;
        this.chart = chart;
        this.audit = audit;
    }

    @GET
    @Operation(summary = "A patient's: the open ones, then those handled last, ten at most")
    public PainAlertJson.All ofPatient(@RestPath UUID patientId) {
        chart.patient(patientId).orElseThrow(RefusedException::notFound);
        audit.record("read", "pain-alerts", null, patientId);
        return PainAlertJson.All.of(alerts.ofPatient(patientId));
    }
}
