package org.ilium.programs.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.ilium.access.May;
import org.ilium.programs.Drafts;
import org.ilium.programs.ProgramOutcome;
import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The builder's edits; each answers with the program side, or with the part it changed. */
@Path("/programs/{id}")
@Blocking
@RolesAllowed(May.BUILD_PROGRAMS)
class DraftPage {

    private final Drafts drafts;
    private final DraftAnswers answers;
    private final BuilderViews views;

    DraftPage(Drafts drafts, DraftAnswers answers, BuilderViews views) {
        this.drafts = drafts;
        this.answers = answers;
        this.views = views;
    }

    @POST
    @Path("items")
    public Response add(
            @RestPath UUID id,
            @RestForm @Nullable String slug,
            @RestForm @Nullable String revision) {
        return answers.whole(id, drafts.add(id, revision(revision), text("slug", slug)), "Added.");
    }

    @POST
    @Path("items/{slug}/remove")
    public Response remove(
            @RestPath UUID id, @RestPath String slug, @RestForm @Nullable String revision) {
        return answers.whole(id, drafts.remove(id, revision(revision), slug), "Removed.");
    }

    @POST
    @Path("items/{slug}/move")
    public Response move(
            @RestPath UUID id,
            @RestPath String slug,
            @RestForm @Nullable String to,
            @RestForm @Nullable String revision) {
        int place = FormNumbers.required("to", to);
        return answers.whole(id, drafts.move(id, revision(revision), slug, place), "Moved.");
    }

    @POST
    @Path("items/{slug}/swap")
    public Response swap(
            @RestPath UUID id,
            @RestPath String slug,
            @RestForm @Nullable String with,
            @RestForm @Nullable String revision) {
        return answers.whole(
                id, drafts.swap(id, revision(revision), slug, text("with", with)), "Swapped.");
    }

    @POST
    @Path("items/{slug}/dosage")
    public Response dose(
            @RestPath UUID id,
            @RestPath String slug,
            @BeanParam DosageForm dosage,
            @RestForm @Nullable String revision) {
        ProgramOutcome outcome = drafts.dose(id, revision(revision), slug, dosage.input());
        return answers.part(id, outcome, view -> saved(view, slug));
    }

    @POST
    @Path("items/{slug}/note")
    public Response note(
            @RestPath UUID id,
            @RestPath String slug,
            @RestForm @Nullable String note,
            @RestForm @Nullable String revision) {
        ProgramOutcome outcome = drafts.noteOn(id, revision(revision), slug, note);
        return answers.part(id, outcome, view -> saved(view, slug));
    }

    @POST
    @Path("details")
    public Response describe(
            @RestPath UUID id,
            @RestForm @Nullable String title,
            @RestForm @Nullable String note,
            @RestForm @Nullable String revision) {
        ProgramOutcome outcome =
                drafts.describe(id, revision(revision), title == null ? "" : title, note);
        return answers.part(id, outcome, view -> Templates.detailsSaved(view));
    }

    private static TemplateInstance saved(BuilderView view, String slug) {
        return Templates.itemSaved(
                view,
                view.items().stream().filter(i -> i.slug().equals(slug)).findFirst().orElseThrow());
    }

    static int revision(@Nullable String revision) {
        return FormNumbers.required("revision", revision);
    }

    private static String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw RefusedException.of(
                    new FieldErrors().add(field, "Open the program again, then try once more"));
        }
        return value;
    }

    @CheckedTemplate(basePath = "programs")
    static class Templates {
        static native TemplateInstance itemSaved(BuilderView view, BuilderView.Item item);

        static native TemplateInstance detailsSaved(BuilderView view);
    }
}
