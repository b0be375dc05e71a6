package org.ilium.desk.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ilium.access.CurrentStaff;
import org.ilium.access.May;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.When;
import org.ilium.booking.changes.CollidingVisits;
import org.ilium.booking.schedule.Appointments;
import org.ilium.booking.schedule.DayBoard;
import org.ilium.booking.schedule.DayBoards;
import org.ilium.booking.schedule.ShownAppointments;
import org.ilium.desk.BoardDrawing;
import org.ilium.desk.BoardView;
import org.ilium.messages.Deliveries;
import org.ilium.web.FieldErrors;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The day board: a column per practitioner, time down the side. */
@Path("/desk")
@Blocking
@RolesAllowed(May.SEE_SCHEDULE)
class BoardPage {

    private static final Set<AppointmentStatus> STILL_TO_HEAR =
            EnumSet.of(
                    AppointmentStatus.REQUESTED,
                    AppointmentStatus.BOOKED,
                    AppointmentStatus.CANCELLED);

    private static final String TITLE = "Day board";

    private final DayBoards boards;
    private final Appointments appointments;
    private final CurrentStaff staff;
    private final ShownAppointments shown;
    private final Deliveries deliveries;
    private final CollidingVisits colliding;
    private final Clock clock;

    BoardPage(
            DayBoards boards,
            Appointments appointments,
            CurrentStaff staff,
            ShownAppointments shown,
            Deliveries deliveries,
            CollidingVisits colliding,
            Clock clock) {
        this.boards = boards;
        this.appointments = appointments;
        this.staff = staff;
        this.shown = shown;
        this.deliveries = deliveries;
        this.colliding = colliding;
        this.clock = clock;
    }

    /** Today, or the way to the date picked. */
    @GET
    public Response today(@RestQuery @Nullable String date) {
        if (date != null && !date.isBlank()) {
            return Html.seeOther("/desk/" + date(date));
        }
        return page(appointments.today());
    }

    @GET
    @Path("{date}")
    public Response day(@RestPath String date) {
        return page(dateOrNotFound(date));
    }

    /** The board alone, for the page to look after itself; 304 when nothing changed. */
    @GET
    @Path("{date}/board")
    public Response board(
            @RestPath String date, @HeaderParam("If-None-Match") @Nullable String known) {
        DayBoard board = boards.on(dateOrNotFound(date));
        BoardView view = drawn(board);
        String etag = view.etag();
        if (etag.equals(known)) {
            return Response.notModified().header("ETag", etag).build();
        }
        record(board);
        return Response.ok(
                        Templates.board(view, view.minuteOf(clock.instant()), etag).render(),
                        MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("ETag", etag)
                .build();
    }

    private Response page(LocalDate date) {
        return page(200, date, TITLE, null);
    }

    /** The day's page with a panel beside its board; null for the day at a glance. */
    Response page(int status, LocalDate date, String title, @Nullable RawString panel) {
        DayBoard board = boards.on(date);
        BoardView view = drawn(board);
        record(board);
        return Html.page(
                status,
                Templates.day(
                        Day.of(date, appointments.today()),
                        view,
                        view.minuteOf(clock.instant()),
                        view.etag(),
                        staff.may(May.SCHEDULE),
                        title,
                        panel));
    }

    private BoardView drawn(DayBoard board) {
        Instant now = clock.instant();
        return BoardDrawing.of(
                board,
                deliveries.notToldAmong(
                        all(board).stream()
                                .filter(visit -> isWorthACall(visit, now))
                                .map(AppointmentDetails::id)
                                .toList()),
                colliding.on(board));
    }

    /** Not when she is here already, nor when it is over. */
    private static boolean isWorthACall(AppointmentDetails visit, Instant now) {
        return STILL_TO_HEAR.contains(visit.status()) && visit.info().time().end().isAfter(now);
    }

    private void record(DayBoard board) {
        shown.all("day-board", all(board));
    }

    private static List<AppointmentDetails> all(DayBoard board) {
        return board.columns().stream().flatMap(c -> c.appointments().stream()).toList();
    }

    static LocalDate date(String typed) {
        try {
            LocalDate date = LocalDate.parse(typed.strip());
            if (date.getYear() >= 1900 && date.getYear() < 2200) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw RefusedException.of(new FieldErrors().add("date", "Enter a date such as 2026-03-31"));
    }

    private static LocalDate dateOrNotFound(String typed) {
        try {
            return date(typed);
        } catch (RefusedException e) {
            throw RefusedException.notFound();
        }
    }

    /** What the page's head says and where it leads. */
    record Day(
            LocalDate date, LocalDate previous, LocalDate next, String heading, boolean isToday) {

        static Day of(LocalDate date, LocalDate today) {
            return new Day(
                    date,
                    date.minusDays(1),
                    date.plusDays(1),
                    When.date(date, today),
                    date.equals(today));
        }
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance day(
                Day day,
                BoardView board,
                @Nullable Integer now,
                String etag,
                boolean mayEdit,
                String title,
                @Nullable RawString panel);

        static native TemplateInstance board(BoardView board, @Nullable Integer now, String etag);
    }
}
