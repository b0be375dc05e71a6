package org.ilium.chart.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentStatus;
import org.ilium.booking.VisitStep;
import org.ilium.booking.When;
import org.ilium.chart.TherapistDay;
import org.ilium.patients.Standing;
import org.jspecify.annotations.Nullable;

/** A therapist's day, ready to be shown; times in the clinic's zone. */
record DayView(
        boolean linked,
        String title,
        boolean isToday,
        LocalDate previous,
        LocalDate next,
        String summary,
        List<VisitView> visits) {

    /**
     * {@code step} is the next thing to do here: arrive, start, complete; empty before the day.
     * {@code undo} says whether there was a step to take back.
     */
    record VisitView(
            UUID id,
            int version,
            String time,
            String until,
            String name,
            @Nullable UUID patientId,
            String badge,
            boolean uncertain,
            String service,
            String mode,
            String reason,
            String status,
            String statusCode,
            String step,
            String stepLabel,
            boolean undo,
            boolean wantsProgram,
            List<String> reported,
            boolean misfit,
            boolean over) {}

    static DayView ofNobody(LocalDate date, LocalDate today) {
        return new DayView(
                false,
                When.date(date, today),
                false,
                date.minusDays(1),
                date.plusDays(1),
                "",
                List.of());
    }

    static DayView of(
            TherapistDay day, LocalDate today, ZoneId zone, Predicate<AppointmentDetails> mayUndo) {
        boolean isAhead = today.isBefore(day.date());
        List<VisitView> visits =
                day.visits().stream().map(v -> visit(v, zone, isAhead, mayUndo)).toList();
        long left = visits.stream().filter(v -> !v.over()).count();
        String count = visits.size() == 1 ? "1 visit" : visits.size() + " visits";
        String summary = left == visits.size() ? count : count + ", " + left + " still to go";
        return new DayView(
                true,
                When.date(day.date(), today),
                day.date().equals(today),
                day.date().minusDays(1),
                day.date().plusDays(1),
                summary,
                visits);
    }

    private static VisitView visit(
            TherapistDay.Visit visit,
            ZoneId zone,
            boolean isAhead,
            Predicate<AppointmentDetails> mayUndo) {
        AppointmentDetails details = visit.appointment();
        AppointmentStatus status = details.status();
        Standing standing = visit.standing();
        boolean over = status == AppointmentStatus.COMPLETED || status == AppointmentStatus.NO_SHOW;
        String step = isAhead ? "" : step(status, details.info().isCall());
        return new VisitView(
                details.id(),
                details.version(),
                ChartWords.time(details.info().time().start(), zone),
                ChartWords.time(details.info().time().end(), zone),
                details.name(),
                details.info().patientId(),
                standing == null ? "" : standing.badge(),
                standing != null && standing.uncertain(),
                details.info().serviceName(),
                ChartWords.mode(details.info().mode()),
                details.reason().reason() == null ? "" : details.reason().reason(),
                status.label(),
                status.code(),
                step,
                label(step),
                mayUndo.test(details),
                visit.standing() != null
                        && visit.programs() == 0
                        && status != AppointmentStatus.NO_SHOW,
                visit.reported(),
                visit.misfit(),
                over);
    }

    private static String step(AppointmentStatus status, boolean isCall) {
        return Stream.of(VisitStep.ARRIVE, VisitStep.START, VisitStep.COMPLETE)
                .filter(step -> step.from(status, isCall) != null)
                .findFirst()
                .map(VisitStep::action)
                .orElse("");
    }

    private static String label(String step) {
        return switch (step) {
            case "arrive" -> "Arrived";
            case "start" -> "Start";
            case "complete" -> "Complete the visit";
            default -> "";
        };
    }
}
