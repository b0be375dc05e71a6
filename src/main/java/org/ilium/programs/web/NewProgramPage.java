package org.ilium.programs.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.ilium.access.May;
import org.ilium.programs.NewPrograms;
import org.ilium.programs.ProgramOutcome;
import org.ilium.programs.ProgramOutcome.Done;
import org.ilium.programs.ProgramTemplate;
import org.ilium.shared.pregnancy.Coded;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Starts a program from a patient's chart: empty, from a template, or as a copy. */
@Path("/patients/{patientId}/programs")
@Blocking
@RolesAllowed(May.BUILD_PROGRAMS)
class NewProgramPage {

    private final NewPrograms newPrograms;

    NewProgramPage(NewPrograms newPrograms) {
        this.newPrograms = newPrograms;
    }

    @POST
    public Response create(
            @RestPath UUID patientId,
            @RestForm @Nullable String template,
            @RestForm @Nullable String copyOf,
            @RestForm @Nullable String appointment) {
        ProgramOutcome outcome =
                begin(
                        newPrograms,
                        patientId,
                        template,
                        id("copyOf", copyOf),
                        id("appointment", appointment));
        if (outcome instanceof Done done) {
            return Html.seeOther("/programs/" + done.draft().programId());
        }
        throw new RefusedException(ProgramProblems.of(outcome));
    }

    /** A program begins from a template or from another program, not from both. */
    static ProgramOutcome begin(
            NewPrograms newPrograms,
            UUID patientId,
            @Nullable String template,
            @Nullable UUID copyOf,
            @Nullable UUID appointmentId) {
        ProgramTemplate chosen = template(template);
        if (copyOf == null) {
            return newPrograms.create(patientId, chosen, appointmentId);
        }
        if (chosen != null) {
            throw wrong("template", "must be left out: the program is a copy");
        }
        return newPrograms.createFrom(patientId, copyOf, appointmentId);
    }

    private static @Nullable ProgramTemplate template(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        return Coded.find(ProgramTemplate.class, code)
                .orElseThrow(() -> wrong("template", "Pick one of the templates"));
    }

    private static @Nullable UUID id(String field, @Nullable String value) {
        try {
            return value == null || value.isBlank() ? null : UUID.fromString(value.strip());
        } catch (IllegalArgumentException e) {
            throw wrong(field, "is not an id");
        }
    }

    private static RefusedException wrong(String field, String message) {
        return RefusedException.of(new FieldErrors().add(field, message));
    }
}
