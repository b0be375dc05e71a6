package org.ilium.desk.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.booking.CollidingVisit;
import org.ilium.booking.changes.CollidingVisits;
import org.ilium.booking.changes.NextFree;
import org.ilium.booking.schedule.Appointments;
import org.ilium.booking.schedule.ShownAppointments;
import org.ilium.clinic.Absence;
import org.ilium.clinic.Absences;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.web.FormState;
import org.jspecify.annotations.Nullable;

/** The panel of time off: the visits to be moved, the form, and what is blocked. */
@Singleton
class DeskTimeOff {

    /** Worked off from the top; each of them costs the search for its next free time. */
    private static final int SHOWN = 20;

    private final CollidingVisits colliding;
    private final NextFree free;
    private final Absences absences;
    private final ClinicDirectory clinic;
    private final Appointments appointments;
    private final ShownAppointments shown;

    DeskTimeOff(
            CollidingVisits colliding,
            NextFree free,
            Absences absences,
            ClinicDirectory clinic,
            Appointments appointments,
            ShownAppointments shown) {
        this.colliding = colliding;
        this.free = free;
        this.absences = absences;
        this.clinic = clinic;
        this.appointments = appointments;
        this.shown = shown;
    }

    /** The panel; {@code practitioner} narrows the visits to hers. */
    TemplateInstance panel(
            DeskVisits.Message message,
            DeskTimeOffForm form,
            FormState state,
            @Nullable UUID practitioner) {
        List<CollidingVisit> all = colliding.undecided(practitioner);
        List<CollidingVisit> first = all.subList(0, Math.min(SHOWN, all.size()));
        shown.all("time-off", first.stream().map(CollidingVisit::visit).toList());
        NextFree.Offers offers = free.offers();
        List<DeskCollision> visits = new ArrayList<>();
        for (CollidingVisit visit : first) {
            visits.add(
                    DeskCollision.of(
                            visit,
                            offers.next(visit.visit()),
                            appointments.zone(),
                            appointments.today()));
        }
        return Templates.timeOff(
                message, new View(visits, all.size(), coming(), people()), form, state);
    }

    /** The part of a visit's own panel. */
    TemplateInstance ofVisit(@Nullable CollidingVisit visit, boolean mayEdit) {
        if (visit == null) {
            return Templates.timeOffVisit(null, mayEdit);
        }
        shown.one(visit.visit());
        boolean offers = mayEdit && !visit.open().isEmpty();
        return Templates.timeOffVisit(
                DeskCollision.of(
                        visit,
                        offers ? free.offers().next(visit.visit()) : Optional.empty(),
                        appointments.zone(),
                        appointments.today()),
                mayEdit);
    }

    TemplateInstance count() {
        return Templates.timeOffCount(colliding.count());
    }

    DeskTimeOffForm formOf(Absence absence) {
        return DeskTimeOffForm.of(absence, appointments.zone());
    }

    private List<Blocked> coming() {
        ZoneId zone = appointments.zone();
        LocalDate today = appointments.today();
        Map<UUID, String> names =
                clinic.practitioners().stream()
                        .collect(
                                Collectors.toMap(
                                        PractitionerInfo::id, PractitionerInfo::displayName));
        return absences.coming().stream()
                .filter(it -> it.isWholeClinic() || names.containsKey(it.practitionerId()))
                .map(
                        it ->
                                new Blocked(
                                        it.id().toString(),
                                        names.getOrDefault(it.practitionerId(), "Whole clinic"),
                                        DeskCollision.span(it.time(), zone, today),
                                        it.reason() == null ? "" : it.reason()))
                .toList();
    }

    private List<DeskSlots.Giver> people() {
        return clinic.practitioners().stream()
                .map(p -> new DeskSlots.Giver(p.id().toString(), p.displayName(), false))
                .toList();
    }

    record View(
            List<DeskCollision> visits,
            int all,
            List<Blocked> coming,
            List<DeskSlots.Giver> people) {

        public int more() {
            return all - visits.size();
        }
    }

    /** One time off that is not over. */
    record Blocked(String id, String who, String when, String reason) {}

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance timeOff(
                DeskVisits.Message message, View view, DeskTimeOffForm form, FormState state);

        static native TemplateInstance timeOffVisit(@Nullable DeskCollision visit, boolean mayEdit);

        static native TemplateInstance timeOffCount(int count);
    }
}
