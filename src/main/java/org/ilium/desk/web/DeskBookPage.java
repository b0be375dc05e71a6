package org.ilium.desk.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ilium.access.May;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.BookedVia;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.VisitReason;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.booking.schedule.Appointments;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.ServiceInfo;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The caller's card: who she is, when she comes, and free times to book for her. */
@Path("/desk/callers/{patientId}")
@Blocking
@RolesAllowed(May.SCHEDULE)
class DeskBookPage {

    private static final String TITLE = "Caller";
    private static final int LONGEST_NOTE = 4000;

    private final Patients patients;
    private final Appointments appointments;
    private final ClinicDirectory clinic;
    private final DeskSlots slots;
    private final DeskConflicts conflicts;
    private final DeskVisits visits;
    private final BookingAppointments booking;
    private final DeskAnswers answers;

    DeskBookPage(
            Patients patients,
            Appointments appointments,
            ClinicDirectory clinic,
            DeskSlots slots,
            DeskConflicts conflicts,
            DeskVisits visits,
            BookingAppointments booking,
            DeskAnswers answers) {
        this.patients = patients;
        this.appointments = appointments;
        this.clinic = clinic;
        this.slots = slots;
        this.conflicts = conflicts;
        this.visits = visits;
        this.booking = booking;
        this.answers = answers;
    }

    static String path(UUID patientId) {
        return "/desk/callers/" + patientId;
    }

    /**
     * {@code service} is a slug; what is not given is what she had last, whoever treats her, and
     * today.
     */
    @GET
    public Response show(
            @RestPath UUID patientId,
            @RestQuery @Nullable String service,
            @RestQuery @Nullable String practitioner,
            @RestQuery @Nullable String from) {
        PatientInfo patient = patient(patientId);
        LocalDate date =
                from == null || from.isBlank() ? appointments.today() : BoardPage.date(from);
        return page(200, patient, service, practitioner, date, DeskConflict.NONE);
    }

    @POST
    @Path("book")
    public Response book(
            @RestPath UUID patientId,
            @RestForm @DefaultValue("") String service,
            @RestForm @Nullable String slot,
            @RestForm @Nullable String otherPractitioner,
            @RestForm @Nullable String otherDate,
            @RestForm @Nullable String otherTime,
            @RestForm @Nullable String note,
            @RestForm @Nullable String setAside) {
        PatientInfo patient = patient(patientId);
        ServiceInfo wanted = clinic.service(service).orElse(null);
        if (wanted == null) {
            throw RefusedException.of(new FieldErrors().add("service", "Pick a service"));
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            throw RefusedException.of(
                    new FieldErrors()
                            .add(
                                    "note",
                                    "Use at most " + LONGEST_NOTE + " characters in the note"));
        }
        DeskChoice choice =
                DeskChoice.of(
                        new DeskChoice.Sent(slot, otherPractitioner, otherDate, otherTime),
                        appointments.zone());
        AppointmentOutcome outcome =
                booking.bookByStaff(
                        new StaffBooking(
                                new SlotChoice(
                                        wanted.id(), choice.practitionerId(), choice.start()),
                                patientId,
                                null,
                                patient.zone(),
                                VisitReason.NOT_ASKED,
                                null,
                                note == null || note.isBlank() ? null : note,
                                choice.setAside(setAside),
                                BookedVia.STAFF));
        if (outcome instanceof Done done) {
            return visits.doneAndAsk(done.appointment(), "Booked.");
        }
        return page(
                DeskConflicts.status(outcome),
                patient,
                wanted.slug(),
                DeskSlots.ANYONE,
                DeskConflicts.from(
                        outcome,
                        LocalDate.ofInstant(choice.start(), appointments.zone()),
                        appointments.today()),
                conflicts.of(outcome, wanted, choice, "Book"));
    }

    private Response page(
            int status,
            PatientInfo patient,
            @Nullable String slug,
            @Nullable String practitioner,
            LocalDate from,
            DeskConflict conflict) {
        patients.recordRead(patient.id(), "contact");
        List<AppointmentInfo> hers = appointments.ofPatient(patient.id()).newestFirst();
        List<ServiceInfo> services = clinic.services();
        ServiceInfo service = chosen(services, slug, hers);
        DeskSlots.View view =
                service == null ? null : slots.view(asked(service, practitioner, from, hers), null);
        TemplateInstance panel =
                Templates.book(
                        DeskCaller.of(patient),
                        DeskCallerVisits.of(hers, appointments.zone(), appointments.today()),
                        services.stream().map(s -> new Offered(s.slug(), s.name())).toList(),
                        service == null ? "" : service.slug(),
                        view,
                        conflict);
        return status == 200
                ? answers.panelAt(path(patient.id()), TITLE, "/desk", panel)
                : answers.panel(status, TITLE, "/desk", panel);
    }

    private DeskSlots.Asked asked(
            ServiceInfo service,
            @Nullable String practitioner,
            LocalDate from,
            List<AppointmentInfo> hers) {
        UUID treats = DeskCallerVisits.treats(hers, clinic.practitionersFor(service.id()));
        String with = treats == null ? "" : treats.toString();
        return new DeskSlots.Asked(
                service, DeskSlots.practitioner(practitioner, with), from, treats);
    }

    private static @Nullable ServiceInfo chosen(
            List<ServiceInfo> services, @Nullable String slug, List<AppointmentInfo> hers) {
        UUID last = hers.isEmpty() ? null : hers.get(0).serviceId();
        return services.stream()
                .filter(s -> slug == null ? s.id().equals(last) : s.slug().equals(slug))
                .findFirst()
                .orElse(services.isEmpty() ? null : services.get(0));
    }

    private PatientInfo patient(UUID id) {
        return patients.find(id).orElseThrow(RefusedException::notFound);
    }

    record Offered(String slug, String name) {}

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance book(
                DeskCaller caller,
                DeskCallerVisits visits,
                List<Offered> services,
                String service,
                DeskSlots.@Nullable View slots,
                DeskConflict conflict);
    }
}
