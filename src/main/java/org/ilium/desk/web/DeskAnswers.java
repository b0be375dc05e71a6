package org.ilium.desk.web;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.booking.schedule.Appointments;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Answers with a panel beside the board: alone when the board asks, within the whole day otherwise,
 * as for an address that is opened, loaded again or gone back to.
 */
@Singleton
class DeskAnswers {

    private final HttpServerRequest request;
    private final CurrentStaff staff;
    private final BoardPage board;
    private final Appointments appointments;

    DeskAnswers(
            HttpServerRequest request,
            CurrentStaff staff,
            BoardPage board,
            Appointments appointments) {
        this.request = request;
        this.staff = staff;
        this.board = board;
        this.appointments = appointments;
    }

    /** Whether the signed-in member of staff books and changes; the others only read. */
    boolean mayEdit() {
        return staff.may(May.SCHEDULE);
    }

    boolean isTherapist() {
        return staff.may(May.TREAT);
    }

    /**
     * {@code back} is the address of the board it belongs to. One that was asked for by its address
     * has that address in the browser too.
     */
    Response panel(int status, String title, String back, TemplateInstance panel) {
        boolean hasAddress = request.method() == HttpMethod.GET && status == 200;
        return of(status, title, back, panel, false, hasAddress ? request.path() : null);
    }

    /** One that stands at another address than the request's, as after a registration. */
    Response panelAt(String path, String title, String back, TemplateInstance panel) {
        return of(200, title, back, panel, false, path);
    }

    /** After a change: the panel, and word to the board to draw itself anew; or the way there. */
    Response changed(String title, String path, String back, TemplateInstance panel) {
        return isFromBoard() ? of(200, title, back, panel, true, path) : Html.seeOther(path);
    }

    /** A panel that refuses because the board's knowledge is old. */
    Response outdated(String title, String back, TemplateInstance panel) {
        return of(409, title, back, panel, true, null);
    }

    private Response of(
            int status,
            String title,
            String back,
            TemplateInstance panel,
            boolean changed,
            @Nullable String path) {
        LocalDate day =
                back.equals("/desk") ? appointments.today() : BoardPage.date(back.substring(6));
        if (!isFromBoard()) {
            // the panel is our own rendered template: whatever users typed is escaped in it
            LocalDate shown = DeskAddress.day(request.getParam(DeskAddress.DAY));
            return board.page(
                    status, shown == null ? day : shown, title, new RawString(panel.render()));
        }
        Response.ResponseBuilder response =
                Response.status(status)
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                        .entity(panel.render());
        if (path != null) {
            DeskAddress.of(request, path, day).tell(response);
        }
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
}
