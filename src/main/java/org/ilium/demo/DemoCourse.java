package org.ilium.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.ilium.clinic.ServiceInfo;
import org.ilium.patients.PatientInfo;
import org.jspecify.annotations.Nullable;

/** How far a demo patient has come: first a call, then the first visit, then follow-ups. */
final class DemoCourse {

    private final DemoPerson person;
    private final PatientInfo patient;
    private final int place;
    private int visits;
    private LocalDate notBefore;
    private @Nullable LocalDate last;
    private final List<Done> done = new ArrayList<>();

    /** A visit that was completed. */
    record Done(UUID appointmentId, Instant end) {}

    DemoCourse(DemoPerson person, PatientInfo patient, int place, LocalDate from) {
        this.person = person;
        this.patient = patient;
        this.place = place;
        this.notBefore = from;
    }

    DemoPerson person() {
        return person;
    }

    PatientInfo patient() {
        return patient;
    }

    int place() {
        return place;
    }

    List<Done> done() {
        return done;
    }

    void advance(LocalDate date, Random random) {
        visits++;
        last = date;
        notBefore = date.plusDays(4L + random.nextInt(5));
    }

    /** The visit of that date did not happen; she comes another day. */
    void missed(LocalDate date) {
        last = date;
        notBefore = date.plusDays(2);
    }

    void completed(UUID appointmentId, Instant end) {
        done.add(new Done(appointmentId, end));
    }

    /** Whoever is due for that service on that date. */
    static Optional<DemoCourse> due(
            List<DemoCourse> all,
            DemoClinic.Made clinic,
            ServiceInfo service,
            LocalDate date,
            Random random) {
        return any(
                all,
                course ->
                        course.service(clinic).equals(service) && !date.isBefore(course.notBefore),
                random);
    }

    /** Anyone who was seen before and not on that date: for a day that shall be full. */
    static Optional<DemoCourse> free(List<DemoCourse> all, LocalDate date, Random random) {
        return any(all, course -> course.visits > 0 && !date.equals(course.last), random);
    }

    private static Optional<DemoCourse> any(
            List<DemoCourse> all, Predicate<DemoCourse> which, Random random) {
        List<DemoCourse> some = all.stream().filter(which).toList();
        return some.isEmpty()
                ? Optional.empty()
                : Optional.of(some.get(random.nextInt(some.size())));
    }

    private ServiceInfo service(DemoClinic.Made clinic) {
        return switch (visits) {
            case 0 -> clinic.phone();
            case 1 -> clinic.evaluation();
            default -> clinic.followUp();
        };
    }
}
