package org.ilium.desk.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.AppointmentOutcome.Stale;
import org.ilium.booking.SameDay;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.letters.VisitLetters;
import org.ilium.booking.schedule.Appointments;
import org.ilium.booking.schedule.ShownAppointments;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.PhoneNumbers;
import org.ilium.clinic.ServiceInfo;
import org.ilium.desk.DeskActions;
import org.ilium.desk.DeskWords;
import org.ilium.patients.FoundPatients;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Shows an appointment in the side panel, also as the answer to a change of it; each time leaves
 * the audit row of having been read.
 */
@Singleton
class DeskVisits {

    /** Whose it is does not belong in the browser's history. */
    static final String TITLE = "Appointment";

    /** In the address of an appointment whose change she may have to be told. */
    static final String ASK = "ask";

    /** The parameter that asks so. */
    static final String TOLD = "told";

    private final Appointments appointments;
    private final Patients patients;
    private final DeskAnswers answers;
    private final ShownAppointments shown;
    private final VisitLetters letters;
    private final AppointmentChanges changes;
    private final ClinicDirectory clinic;
    private final Clock clock;

    DeskVisits(
            Appointments appointments,
            Patients patients,
            DeskAnswers answers,
            ShownAppointments shown,
            VisitLetters letters,
            AppointmentChanges changes,
            ClinicDirectory clinic,
            Clock clock) {
        this.appointments = appointments;
        this.patients = patients;
        this.answers = answers;
        this.shown = shown;
        this.letters = letters;
        this.changes = changes;
        this.clinic = clinic;
        this.clock = clock;
    }

    AppointmentDetails find(UUID id) {
        return appointments.details(id).orElseThrow(RefusedException::notFound);
    }

    boolean mayEdit() {
        return answers.mayEdit();
    }

    /** {@code asks} whether she was told on the phone, if no mail tells her. */
    Response show(AppointmentDetails visit, boolean asks) {
        DeskVisit view = view(visit);
        return answers.panel(
                200,
                TITLE,
                back(view),
                Templates.visit(
                        view,
                        Message.NONE,
                        linking(visit),
                        DeskNote.of(visit),
                        next(visit, asks && asksTold(visit))));
    }

    /** What became of a change: the panel as it is now, with what was done or why it was not. */
    Response answer(UUID id, AppointmentOutcome outcome, String done, @Nullable String seen) {
        return outcome instanceof Done ok ? done(ok.appointment(), done) : not(id, outcome, seen);
    }

    /** The same, and whether she was told on the phone is asked when no mail tells her. */
    Response answerAndAsk(UUID id, AppointmentOutcome outcome, String done, @Nullable String seen) {
        return outcome instanceof Done ok
                ? doneAndAsk(ok.appointment(), done)
                : not(id, outcome, seen);
    }

    private Response not(UUID id, AppointmentOutcome outcome, @Nullable String seen) {
        if (outcome instanceof Stale stale) {
            return stale(stale.current(), seen, DeskNote.of(stale.current()));
        }
        String why =
                outcome instanceof Refused refused
                        ? refused.refusal().reason()
                        : "Somebody else has that time by now.";
        int status = outcome instanceof Refused refused ? refused.refusal().status() : 409;
        AppointmentDetails visit = find(id);
        return answer(status, visit, Message.refusal(why), linking(visit));
    }

    Response done(AppointmentDetails visit, String done) {
        return done(visit, done, false);
    }

    Response doneAndAsk(AppointmentDetails visit, String done) {
        return done(visit, done, asksTold(visit));
    }

    private Response done(AppointmentDetails visit, String done, boolean asks) {
        DeskVisit view = view(visit);
        return answers.changed(
                TITLE,
                asks ? path(visit.id()) + "?" + TOLD + "=" + ASK : path(visit.id()),
                back(view),
                Templates.visit(
                        view,
                        Message.done(done),
                        linking(visit),
                        DeskNote.of(visit),
                        next(visit, asks)));
    }

    private boolean asksTold(AppointmentDetails visit) {
        return answers.mayEdit() && letters.isToBeTold(visit.id());
    }

    private DeskNext next(AppointmentDetails visit, boolean asks) {
        boolean books = visit.cancelledAt() != null && answers.mayEdit();
        return DeskNext.of(
                visit,
                asks,
                books
                        ? clinic.service(visit.info().serviceId())
                                .map(ServiceInfo::slug)
                                .orElse(null)
                        : null,
                appointments.zone(),
                appointments.today());
    }

    /** {@code note} is how the note's form goes on. */
    Response stale(AppointmentDetails current, @Nullable String seen, DeskNote note) {
        DeskVisit view = view(current);
        Message message =
                new Message(
                        "block",
                        "Somebody changed this appointment meanwhile. Nothing of yours was saved.",
                        DeskSeen.changes(seen, current, appointments.zone(), appointments.today()));
        return answers.outdated(
                TITLE,
                back(view),
                Templates.visit(view, message, linking(current), note, next(current, false)));
    }

    Response answer(int status, AppointmentDetails visit, Message message, Linking linking) {
        DeskVisit view = view(visit);
        return answers.panel(
                status,
                TITLE,
                back(view),
                Templates.visit(view, message, linking, DeskNote.of(visit), next(visit, false)));
    }

    /** What else the patient has on the day of a visit that became hers, in words; or empty. */
    String alsoThatDay(AppointmentDetails visit) {
        UUID patient = visit.info().patientId();
        SameDay others =
                patient == null || !visit.status().holdsTime()
                        ? null
                        : appointments.sameDay(patient, visit.info().time().start(), visit.id());
        if (others == null) {
            return "";
        }
        shown.all("appointment", others.visits());
        return others.visits().stream()
                .map(AppointmentDetails::info)
                .map(
                        other ->
                                DeskWords.time(other.time().start(), appointments.zone())
                                        + ", "
                                        + other.serviceName())
                .collect(
                        Collectors.joining(
                                "; ", " The patient has another appointment that day: ", "."));
    }

    static String path(UUID id) {
        return "/desk/appointments/" + id;
    }

    static String back(DeskVisit view) {
        return "/desk/" + view.day();
    }

    /** As it is shown: leaves the audit row. */
    DeskVisit view(AppointmentDetails visit) {
        shown.one(visit);
        ZoneId zone = appointments.zone();
        LocalDate today = appointments.today();
        var may =
                DeskActions.of(
                        visit,
                        clock.instant().atZone(zone),
                        answers.mayEdit(),
                        answers.isTherapist());
        if (may.contains("undo") && !changes.mayUndo(visit)) {
            may.remove("undo");
        }
        return DeskVisit.of(visit, zone, today, may);
    }

    Linking linking(AppointmentDetails visit) {
        return new Linking(
                known(visit),
                null,
                List.of(),
                "",
                DeskNewPatient.of(visit.info()),
                new FieldErrors());
    }

    /** Who has the number that was given at booking; nobody when a chart is linked already. */
    private List<DeskCaller> known(AppointmentDetails visit) {
        String phone = visit.info().contactPhone();
        if (visit.info().patientId() != null || phone == null || !answers.mayEdit()) {
            return List.of();
        }
        return patients.search(PhoneNumbers.line(phone)).stream()
                .filter(patient -> hasLine(patient, phone))
                .map(DeskCaller::of)
                .toList();
    }

    /** Whatever the extension. */
    private static boolean hasLine(PatientInfo patient, String phone) {
        return patient.phone() != null
                && PhoneNumbers.line(patient.phone()).equals(PhoneNumbers.line(phone));
    }

    /** What is said above the appointment; {@code kind} is a note's class, empty for none. */
    record Message(String kind, String text, List<String> changes) {
        static final Message NONE = new Message("", "", List.of());

        static Message done(String text) {
            return new Message("ok", text, List.of());
        }

        static Message refusal(String text) {
            return new Message("block", text, List.of());
        }
    }

    /** How a chart is found for a booking: who is known, what was searched, a new chart's form. */
    record Linking(
            List<DeskCaller> known,
            @Nullable String query,
            List<DeskCaller> found,
            String summary,
            DeskNewPatient newPatient,
            FieldErrors errors) {

        Linking searched(String typed, FoundPatients searched) {
            return new Linking(
                    known,
                    typed,
                    searched.patients().stream().map(DeskCaller::of).toList(),
                    searched.summary(),
                    newPatient,
                    errors);
        }

        Linking refused(DeskRegistration.Result result) {
            return new Linking(known, query, found, summary, result.form(), result.errors());
        }

        /** Whether the new chart's form is what the desk needs next. */
        public boolean isNew() {
            return !errors.isEmpty()
                    || !newPatient.duplicates().isEmpty()
                    || (query != null && found.isEmpty());
        }
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance visit(
                DeskVisit visit, Message message, Linking linking, DeskNote note, DeskNext next);
    }
}
