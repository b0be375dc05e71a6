package org.ilium.demo;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * Makes the demo clinic through the same services that staff and patients use, in one transaction:
 * it is there wholly or not at all, and no worker sees a message of it before it is marked as told.
 */
@Singleton
class DemoData {

    /** Fixed, so that every demo made at the same minute is the same. */
    private static final long SEED = 20;

    private final DemoMarker marker;
    private final DemoClinic clinic;
    private final DemoPeople people;
    private final DemoVisits visits;
    private final DemoPrograms programs;
    private final DemoReviews reviews;
    private final DemoMail mail;
    private final Clock clock;

    DemoData(
            DemoMarker marker,
            DemoClinic clinic,
            DemoPeople people,
            DemoVisits visits,
            DemoPrograms programs,
            DemoReviews reviews,
            DemoMail mail,
            Clock clock) {
        this.marker = marker;
        this.clinic = clinic;
        this.people = people;
        this.visits = visits;
        this.programs = programs;
        this.reviews = reviews;
        this.mail = mail;
        this.clock = clock;
    }

    /** Does nothing when another process is making it. All or nothing, however slow the machine. */
    @Transactional
    @TransactionConfiguration(timeout = 900)
    @ActivateRequestContext
    void load() {
        if (!marker.set()) {
            return;
        }
        Instant now = clock.instant();
        Random random = new Random(SEED);
        DemoClinic.Made made = clinic.make(LocalDate.ofInstant(now, DemoClinic.ZONE));
        List<DemoCourse> courses = people.make(made, now);
        visits.make(made, courses, now, random);
        people.bear(made, courses, now);
        programs.make(made.therapist(), courses, now, random);
        reviews.make(made.desk(), now);
        mail.countAsTold();
    }
}
