package org.ilium.chart.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentStatus;
import org.ilium.chart.Chart;
import org.ilium.chart.EpisodeVisits;
import org.ilium.clinic.PhoneNumbers;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PastEpisode;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Standing;
import org.ilium.programs.ProgramStatus;
import org.ilium.programs.ProgramSummary;
import org.ilium.shared.pregnancy.Coded;
import org.jspecify.annotations.Nullable;

/** A chart, ready to be shown; times in the clinic's zone. */
record ChartView(
        UUID id,
        String name,
        String formerNames,
        String born,
        String phone,
        String phoneShown,
        String email,
        String delivery,
        String reviews,
        boolean clinical,
        boolean mayBuild,
        String standing,
        boolean uncertain,
        String dueDate,
        String birthDate,
        List<String> conditions,
        String screening,
        String reason,
        List<VisitView> upcoming,
        List<VisitView> calledOff,
        List<VisitView> past,
        String older,
        boolean moreToCome,
        List<ProgramView> programs,
        CareView care,
        List<EarlierView> earlier,
        List<TrailView> trail) {

    record VisitView(
            String when, String service, String practitioner, String status, String statusCode) {}

    record ProgramView(
            UUID id, String title, String state, boolean sent, String detail, String action) {}

    static ChartView of(Chart chart, Instant now, ZoneId zone) {
        PatientInfo patient = chart.patient();
        Standing standing = chart.standing();
        EpisodeInfo episode = chart.episode();
        return new ChartView(
                patient.id(),
                patient.fullName(),
                String.join(", ", patient.formerNames()),
                born(chart),
                orEmpty(patient.phone()),
                patient.phone() == null ? "" : PhoneNumbers.shown(patient.phone()),
                orEmpty(patient.email()),
                patient.planDelivery().label(),
                reviews(chart),
                chart.clinical(),
                chart.mayBuild(),
                standing == null ? "" : standing.text(),
                standing != null && standing.uncertain(),
                episode == null ? "" : date(episode.dueDate()),
                episode == null ? "" : date(episode.birthDate()),
                episode == null
                        ? List.of()
                        : episode.conditions().stream().sorted().map(Coded::label).toList(),
                screening(episode),
                episode == null ? "" : orEmpty(episode.reason()),
                soonestFirst(
                        visits(
                                chart,
                                zone,
                                visit -> !isOver(visit, now) && !isCalledOff(visit, now))),
                soonestFirst(visits(chart, zone, visit -> isCalledOff(visit, now))),
                visits(
                        chart,
                        zone,
                        visit -> isOver(visit, now) && episodeOf(visit, chart, zone).isEmpty()),
                chart.visits().older() == null ? "" : chart.visits().older().toString(),
                chart.visits().moreToCome(),
                programs(chart, zone, program -> !isOfEarlier(program, chart)),
                CareView.of(chart, LocalDate.ofInstant(now, zone)),
                chart.earlier().stream().map(past -> earlier(past, chart, now, zone)).toList(),
                chart.trail().stream().map(line -> TrailView.of(line, zone)).toList());
    }

    private static String born(Chart chart) {
        LocalDate birthDate = chart.patient().birthDate();
        return birthDate == null
                ? "Birth date not recorded"
                : chart.age() + " years · born " + ChartWords.date(birthDate);
    }

    /** The front desk reads of her own wish alone: it is not to learn of a loss from this. */
    private static String reviews(Chart chart) {
        if (!chart.patient().reviewAsks()) {
            return "Does not want to be asked";
        }
        if (!chart.clinical()) {
            return "Has not said no";
        }
        return chart.afterLoss() ? "Not asked after a loss" : "May be asked";
    }

    private static String screening(@Nullable EpisodeInfo episode) {
        if (episode == null || episode.latestScreening() == null) {
            return "";
        }
        EpisodeInfo.Screening taken = episode.latestScreening();
        return taken.form().label()
                + ", "
                + ChartWords.date(taken.takenOn())
                + ": "
                + taken.outcome().label();
    }

    /** One that is under way is not over, however long it takes. */
    private static boolean isOver(AppointmentInfo visit, Instant now) {
        return switch (visit.status()) {
            case COMPLETED, NO_SHOW -> true;
            case CANCELLED -> !isCalledOff(visit, now);
            case ARRIVED, IN_PROGRESS -> false;
            default -> !visit.time().end().isAfter(now);
        };
    }

    /** Cancelled, and its time is still to come: neither past nor upcoming. */
    private static boolean isCalledOff(AppointmentInfo visit, Instant now) {
        return visit.status() == AppointmentStatus.CANCELLED && visit.time().end().isAfter(now);
    }

    private static Optional<PastEpisode> episodeOf(
            AppointmentInfo visit, Chart chart, ZoneId zone) {
        return EpisodeVisits.of(LocalDate.ofInstant(visit.time().start(), zone), chart.earlier());
    }

    private static boolean isOfEarlier(ProgramSummary program, Chart chart) {
        return chart.earlier().stream()
                .anyMatch(past -> past.episode().id().equals(program.episodeId()));
    }

    private static EarlierView earlier(PastEpisode past, Chart chart, Instant now, ZoneId zone) {
        return EarlierView.of(
                past,
                programs(chart, zone, p -> past.episode().id().equals(p.episodeId())),
                visits(
                        chart,
                        zone,
                        visit ->
                                isOver(visit, now)
                                        && episodeOf(visit, chart, zone)
                                                .filter(past::equals)
                                                .isPresent()));
    }

    private static List<ProgramView> programs(
            Chart chart, ZoneId zone, Predicate<ProgramSummary> which) {
        return chart.programs().stream()
                .filter(which)
                .map(program -> program(program, zone))
                .toList();
    }

    private static List<VisitView> soonestFirst(List<VisitView> newestFirst) {
        List<VisitView> visits = new ArrayList<>(newestFirst);
        Collections.reverse(visits);
        return visits;
    }

    /** A time that is only held for a form is nobody's visit yet. */
    private static List<VisitView> visits(
            Chart chart, ZoneId zone, Predicate<AppointmentInfo> which) {
        return chart.visits().newestFirst().stream()
                .filter(visit -> visit.status() != AppointmentStatus.HELD)
                .filter(which)
                .map(
                        visit ->
                                new VisitView(
                                        ChartWords.dateAndTime(visit.time().start(), zone),
                                        visit.serviceName() + ", " + ChartWords.mode(visit.mode()),
                                        visit.practitionerName(),
                                        visit.statusWords(),
                                        visit.status().code()))
                .toList();
    }

    private static ProgramView program(ProgramSummary program, ZoneId zone) {
        boolean sent = program.status() == ProgramStatus.ACTIVE;
        String items = program.exercises() == 1 ? "1 exercise" : program.exercises() + " exercises";
        Instant sentAt = program.sentAt();
        String detail =
                sent && sentAt != null
                        ? items
                                + " · version "
                                + program.currentVersion()
                                + " sent "
                                + ChartWords.date(sentAt, zone)
                        : items + " · changed " + ChartWords.date(program.updatedAt(), zone);
        String state = !sent ? "Draft" : program.draftOpen() ? "Sent, with edits waiting" : "Sent";
        return new ProgramView(
                program.id(), program.title(), state, sent, detail, sent ? "Open" : "Go on");
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "" : ChartWords.date(date);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
