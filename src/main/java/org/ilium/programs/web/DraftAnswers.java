package org.ilium.programs.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ilium.programs.ProgramOutcome;
import org.ilium.programs.ProgramOutcome.Done;
import org.ilium.programs.ProgramOutcome.Sent;
import org.ilium.web.Difference;
import org.ilium.web.Html;
import org.ilium.web.Problem;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/** How an edit is answered: a fragment for htmx, the way back to the page otherwise. */
@RequestScoped
class DraftAnswers {

    private final BuilderViews views;
    private final ProgramPages pages;
    private final HttpServerRequest request;

    DraftAnswers(BuilderViews views, ProgramPages pages, HttpServerRequest request) {
        this.views = views;
        this.pages = pages;
        this.request = request;
    }

    /** The program side anew, with what was done or why it was not. */
    Response whole(UUID id, ProgramOutcome outcome, String told) {
        if (outcome instanceof Done done) {
            return isFragment()
                    ? changed(Html.page(200, Templates.draft(views.of(done.draft(), told, null))))
                    : Html.seeOther("/programs/" + id + "#draft-heading");
        }
        return changed(refused(id, ProgramProblems.of(outcome)));
    }

    /**
     * The way to what was sent; or the page from which it was to be sent, which then says at its
     * top why it was not.
     */
    Response sent(UUID id, ProgramOutcome outcome, boolean fromPreview) {
        String page = "/programs/" + id;
        if (outcome instanceof Sent) {
            return isFragment()
                    ? Response.noContent().header("HX-Redirect", page).build()
                    : Html.seeOther(page);
        }
        Problem problem = ProgramProblems.of(outcome);
        boolean again = fromPreview && !isFragment() && problem.status() != 404;
        return again
                ? pages.preview(problem.status(), id, text(problem))
                : changed(refused(id, problem));
    }

    /** Only what the edit changed, so that whatever else is being typed stays. */
    Response part(
            UUID id, ProgramOutcome outcome, Function<BuilderView, TemplateInstance> fragment) {
        if (outcome instanceof Done done) {
            return isFragment()
                    ? Html.page(200, fragment.apply(views.of(done.draft(), null, null)))
                    : Html.seeOther("/programs/" + id);
        }
        Problem problem = ProgramProblems.of(outcome);
        // a wrong field is told in its own place; the framework's answer does that
        if (problem.status() == 400) {
            throw new RefusedException(problem);
        }
        return Response.fromResponse(changed(refused(id, problem)))
                .header("HX-Retarget", "#draft")
                .header("HX-Reswap", "outerHTML")
                .build();
    }

    /** The program as it stands now, headed by why the edit was refused. */
    private Response refused(UUID id, Problem problem) {
        if (problem.status() == 404) {
            throw new RefusedException(problem);
        }
        if (!isFragment()) {
            return pages.program(problem.status(), id, null, text(problem));
        }
        BuilderView view = views.of(pages.read(id), null, text(problem));
        return Html.page(problem.status(), Templates.draft(view));
    }

    private static String text(Problem problem) {
        if (problem.more().get("differences") instanceof List<?> differences) {
            return problem.title() + ". " + problem.detail() + yours(differences);
        }
        if (problem.errors().isEmpty()) {
            return problem.detail();
        }
        return String.join(
                " ",
                problem.errors().stream()
                        .map(e -> words(e.field()) + " " + e.message() + ".")
                        .toList());
    }

    /** What she typed is shown in the refusal, so that it is not lost with the old form. */
    private static String yours(List<?> differences) {
        return differences.stream()
                .map(Difference.class::cast)
                .filter(difference -> !difference.yours().isEmpty())
                .map(d -> " %s, not saved: “%s”.".formatted(d.label(), d.yours()))
                .collect(Collectors.joining());
    }

    private static String words(String field) {
        return switch (field) {
            case "reason" -> "The reason";
            case "clearanceNote" -> "The clearance";
            case "clearanceDate" -> "The date of the clearance";
            default -> field;
        };
    }

    /** Lets the catalog beside it show anew what is in the program. */
    private Response changed(Response response) {
        return Response.fromResponse(response).header("HX-Trigger", "draft-changed").build();
    }

    private boolean isFragment() {
        @Nullable String header = request.getHeader("HX-Request");
        return header != null;
    }

    @CheckedTemplate(basePath = "programs")
    static class Templates {
        static native TemplateInstance draft(BuilderView view);
    }
}
