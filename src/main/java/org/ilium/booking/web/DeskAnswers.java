package org.ilium.booking.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/** Answers with a panel beside the board or, without JavaScript, with a page of its own. */
@Singleton
class DeskAnswers {

    private final HttpServerRequest request;
    private final CurrentStaff staff;

    DeskAnswers(HttpServerRequest request, CurrentStaff staff) {
        this.request = request;
        this.staff = staff;
    }

    /** Whether the signed-in member of staff books and changes; the others only read. */
    boolean mayEdit() {
        return staff.may(May.SCHEDULE);
    }

    boolean isTherapist() {
        return staff.may(May.TREAT);
    }

    Response panel(int status, String title, String back, TemplateInstance panel) {
        return of(status, title, back, panel, false);
    }

    /** After a change: the panel, and word to the board to draw itself anew; or the way there. */
    Response changed(String title, String path, String back, TemplateInstance panel) {
        return isFromBoard() ? of(200, title, back, panel, true) : Html.seeOther(path);
    }

    /** A panel that refuses because the board's knowledge is old. */
    Response outdated(String title, String back, TemplateInstance panel) {
        return of(409, title, back, panel, true);
    }

    private Response of(
            int status, String title, String back, TemplateInstance panel, boolean changed) {
        if (!isFromBoard()) {
            // the panel is our own rendered template: whatever users typed is escaped in it
            return Html.page(status, Templates.page(title, back, new RawString(panel.render())));
        }
        Response.ResponseBuilder response =
                Response.status(status)
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                        .entity(panel.render());
        return changed ? response.header("HX-Trigger", "board-changed").build() : response.build();
    }

    /** Whether the board asks, for a panel beside itself. */
    boolean isFromBoard() {
        return request.getHeader("HX-Request") != null;
    }

    static int version(@Nullable Integer version) {
        if (version == null) {
            throw RefusedException.of(
                    new FieldErrors()
                            .add("version", "Open the appointment again, then try once more"));
        }
        return version;
    }

    /** The id in a form; null when none was sent. */
    static @Nullable UUID id(String field, @Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(sent.strip());
        } catch (IllegalArgumentException e) {
            throw RefusedException.of(new FieldErrors().add(field, "Pick one of those offered"));
        }
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance page(String title, String back, RawString panel);
    }
}
