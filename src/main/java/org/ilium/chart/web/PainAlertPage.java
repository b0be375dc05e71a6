package org.ilium.chart.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.ilium.access.May;
import org.ilium.programs.PainAlert;
import org.ilium.programs.PainAlertOutcome;
import org.ilium.programs.PainAlertOutcome.Invalid;
import org.ilium.programs.PainAlertOutcome.Refused;
import org.ilium.programs.PainAlerts;
import org.ilium.programs.ProgramRefusal;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Marks a pain alert as handled, from My day or from the chart, and goes back there. */
@Path("/pain-alerts/{id}/handled")
@Blocking
@RolesAllowed(May.RECORD_CLINICAL)
class PainAlertPage {

    private final PainAlerts alerts;
    private final TherapistDayPage day;
    private final ChartPage charts;

    PainAlertPage(PainAlerts alerts, TherapistDayPage day, ChartPage charts) {
        this.alerts = alerts;
        this.day = day;
        this.charts = charts;
    }

    @POST
    public Response handle(
            @RestPath UUID id,
            @RestForm @Nullable Integer revision,
            @RestForm @DefaultValue("") String note,
            @RestForm @DefaultValue("") String from) {
        if (revision == null) {
            throw RefusedException.of(
                    new FieldErrors().add("revision", "Open the page again, then try once more"));
        }
        boolean ofChart = from.equals("chart");
        PainAlert alert = alerts.find(id).orElseThrow(RefusedException::notFound);
        PainAlertOutcome outcome = alerts.handle(id, revision, note);
        if (outcome instanceof Refused refused) {
            ProgramRefusal why = refused.refusal();
            return again(ofChart, alert, why.status(), why.reason(), note);
        }
        if (outcome instanceof Invalid invalid) {
            String why = invalid.errors().on("note");
            return again(ofChart, alert, 400, "The note: " + why + ".", note);
        }
        return Html.seeOther(
                ofChart ? "/patients/" + alert.patientId() + "#chart" : "/therapist#day");
    }

    private Response again(boolean ofChart, PainAlert alert, int status, String why, String note) {
        PainViews.Typed typed = new PainViews.Typed(alert.id(), note);
        return ofChart
                ? charts.refused(alert.patientId(), status, why, typed)
                : day.refused(status, why, typed);
    }
}
