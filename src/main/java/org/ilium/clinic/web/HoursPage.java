package org.ilium.clinic.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.ilium.access.May;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.HoursLine;
import org.ilium.clinic.HoursSettings;
import org.ilium.clinic.HoursSettings.Hours;
import org.ilium.clinic.PractitionerSettings;
import org.ilium.web.FormNumbers;
import org.ilium.web.FormState;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.ilium.web.SettingsOutcome;
import org.ilium.web.SettingsOutcome.Done;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** When a practitioner works: her week, dates that differ, and time off. */
@Path("/settings/practitioners/{id}/hours")
@Blocking
@RolesAllowed(May.CHANGE_SETTINGS)
class HoursPage {

    private final HoursSettings hours;
    private final PractitionerSettings practitioners;
    private final ClinicDirectory clinic;

    HoursPage(HoursSettings hours, PractitionerSettings practitioners, ClinicDirectory clinic) {
        this.hours = hours;
        this.practitioners = practitioners;
        this.clinic = clinic;
    }

    @GET
    public Response form(@RestPath UUID id, @RestQuery @DefaultValue("false") boolean saved) {
        Hours now = now(id);
        return page(id, now, WeekForm.of(now), Typed.NOTHING, FormState.fresh(null, saved));
    }

    /** Saves the week; {@code copy} puts Monday's hours on Tuesday to Friday first. */
    @POST
    public Response save(
            @RestPath UUID id,
            @RestForm @DefaultValue("") String version,
            @RestForm @DefaultValue("") String copy) {
        WeekForm entered = WeekForm.sent();
        WeekForm week = copy.isEmpty() ? entered : entered.withMondayOnWeekdays();
        SettingsOutcome outcome = hours.saveWeekly(id, week.lines(), FormNumbers.of(version));
        if (outcome instanceof Done) {
            return Html.seeOther(path(id) + "?saved=true");
        }
        FormState state = FormState.of(outcome, FormNumbers.of(version));
        return page(id, now(id), week, Typed.NOTHING, state);
    }

    @POST
    @Path("exceptions")
    public Response addException(
            @RestPath UUID id,
            @RestForm("on-date") @DefaultValue("") String date,
            @RestForm("on-starts") @DefaultValue("") String starts,
            @RestForm("on-ends") @DefaultValue("") String ends) {
        SettingsOutcome outcome =
                hours.addException(id, new HoursLine("on-", null, date, starts, ends));
        return answer(id, outcome, new Typed(date, starts, ends, "", "", ""));
    }

    @POST
    @Path("exceptions/{exceptionId}/remove")
    public Response removeException(@RestPath UUID id, @RestPath UUID exceptionId) {
        return answer(id, hours.removeException(id, exceptionId), Typed.NOTHING);
    }

    @POST
    @Path("time-off")
    public Response addTimeOff(
            @RestPath UUID id,
            @RestForm @DefaultValue("") String starts,
            @RestForm @DefaultValue("") String ends,
            @RestForm @DefaultValue("") String reason) {
        return answer(
                id,
                hours.addTimeOff(id, starts, ends, reason),
                new Typed("", "", "", starts, ends, reason));
    }

    @POST
    @Path("time-off/{timeOffId}/remove")
    public Response removeTimeOff(@RestPath UUID id, @RestPath UUID timeOffId) {
        return answer(id, hours.removeTimeOff(id, timeOffId), Typed.NOTHING);
    }

    private Response answer(UUID id, SettingsOutcome outcome, Typed typed) {
        if (outcome instanceof Done) {
            return Html.seeOther(path(id));
        }
        FormState state = FormState.of(outcome, null);
        Hours now = now(id);
        return page(id, now, WeekForm.of(now), typed, state);
    }

    private Response page(UUID id, Hours now, WeekForm week, Typed typed, FormState state) {
        HoursView view =
                HoursView.of(
                        id,
                        practitioners.find(id).orElseThrow(RefusedException::notFound).name(),
                        now,
                        clinic.profile().zone(),
                        // a form that came too late or wrong is still about what it was made from
                        state.version() == null ? now.version() : state.version());
        return Html.page(
                state.status(),
                Templates.hours(view, week, typed, state.warning(hours.doubts(id))));
    }

    private Hours now(UUID id) {
        return hours.of(id).orElseThrow(RefusedException::notFound);
    }

    private static String path(UUID id) {
        return "/settings/practitioners/" + id + "/hours";
    }

    /** What stands in the two smaller forms. */
    record Typed(
            String date, String starts, String ends, String from, String until, String reason) {
        static final Typed NOTHING = new Typed("", "", "", "", "", "");
    }

    @CheckedTemplate(basePath = "clinic")
    static class Templates {
        static native TemplateInstance hours(
                HoursView view, WeekForm week, Typed typed, FormState state);
    }
}
