package org.ilium.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.BookedVia;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.VisitReason;
import org.ilium.booking.changes.AppointmentChanges;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Patients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever treats a caller is offered first, and not hidden behind anyone. */
@QuarkusTest
class HerTherapistTest {

    @Inject Patients patients;
    @Inject BookingAppointments booking;
    @Inject AppointmentChanges changes;
    @Inject EntityManager database;

    private ClinicFixture clinic;
    private PractitionerInfo hers;
    private UUID ada;

    @BeforeEach
    void open() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        clinic = ClinicFixture.open();
        hers = clinic.addPractitioner("Demo Zelda", null);
        ada =
                patients.register(PatientEntry.of("Demo", "Treated", null, null, null), true)
                        .orThrow()
                        .id();
    }

    @Test
    void whoTreatedHerLastStandsFirstAndIsPicked() {
        was(hers.id(), "10:00");
        with(clinic.practitioner().id(), clinic.at("11:00"));

        String panel = panel("");

        assertThat(panel)
                .contains("<option value=\"" + hers.id() + "\" selected>Demo Zelda (hers)")
                .contains("With Demo Zelda, her therapist.")
                .contains("with Demo Zelda\"")
                .doesNotContain("with Demo Therapist\"");
        assertThat(panel.indexOf("Demo Zelda (hers)"))
                .isLessThan(panel.indexOf(">Demo Therapist<"));
    }

    @Test
    void withoutAVisitYetWhoSheComesToNextCounts() {
        with(hers.id(), clinic.at("10:00"));
        with(clinic.practitioner().id(), clinic.at(clinic.day().plusDays(2), "11:00"));

        assertThat(panel("")).contains("With Demo Zelda, her therapist.");
    }

    @Test
    void everybodysTimesAreOneStepAwayAndPreferHers() {
        was(hers.id(), "10:00");

        String panel = panel("?practitioner=any&service=follow-up");

        assertThat(panel)
                .contains("Her therapist is Demo Zelda.")
                .contains("<option value=\"any\">Anyone</option>")
                .contains("with Demo Zelda\"")
                .doesNotContain("with Demo Therapist\"");
    }

    @Test
    void whereSheIsBusySomebodyElseIsOfferedToo() {
        was(hers.id(), "10:00");
        UUID other = anybody();
        Instant busy = clinic.at("10:00");
        booking.enter(
                        StaffBooking.of(
                                new SlotChoice(clinic.followUp().id(), hers.id(), busy), other))
                .orThrow();

        String panel = panel("?practitioner=any&service=follow-up&from=" + clinic.day());

        assertThat(panel)
                .contains(clinic.practitioner().id() + "@" + busy)
                .contains(hers.id() + "@" + clinic.at("13:00"))
                .doesNotContain(clinic.practitioner().id() + "@" + clinic.at("13:00"));
    }

    @Test
    void aMoveMayGoToAnyoneToo() {
        AppointmentDetails visit = with(hers.id(), clinic.at("10:00"));
        booking.enter(
                        StaffBooking.of(
                                new SlotChoice(
                                        clinic.followUp().id(), hers.id(), clinic.at("13:00")),
                                anybody()))
                .orThrow();
        String move = "/desk/appointments/" + visit.id() + "/move?from=" + clinic.day();
        String others = clinic.practitioner().id() + "@" + clinic.at("13:00");

        assertThat(shown(move)).contains("Demo Zelda (now)").doesNotContain(others);
        assertThat(shown(move + "&practitioner=any")).contains(others);
    }

    @Test
    void aCancelledVisitMakesNobodyHers() {
        AppointmentDetails off = with(hers.id(), clinic.at("10:00"));
        changes.cancelByStaff(off.id(), off.version(), ClinicFixture.BY_CLINIC).orThrow();

        assertThat(panel("")).doesNotContain("her therapist").doesNotContain("(hers)");
    }

    @Test
    void whoNoLongerWorksHereIsNotOffered() {
        was(hers.id(), "10:00");
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.createNativeQuery(
                                                "update practitioner set active = false where id ="
                                                        + " ?1")
                                        .setParameter(1, hers.id())
                                        .executeUpdate());

        assertThat(panel(""))
                .doesNotContain("(hers)")
                .contains("<option value=\"any\">Anyone</option>");
    }

    @Test
    void aCancelledVisitToComeIsListedAsSuch() {
        AppointmentDetails off = with(hers.id(), clinic.at("10:00"));
        changes.cancelByStaff(off.id(), off.version(), ClinicFixture.BY_CLINIC).orThrow();

        assertThat(panel(""))
                .contains("Today and later")
                .contains("class=\"off\"><a href=\"/desk/appointments/" + off.id())
                .contains("Cancelled");
    }

    private String panel(String query) {
        return shown("/desk/callers/" + ada + query);
    }

    private static String shown(String path) {
        return SignedIn.as(Roles.FRONT_DESK).header("HX-Request", "true").get(path).asString();
    }

    private UUID anybody() {
        return patients.register(PatientEntry.of("Demo", "Other", null, null, null), true)
                .orThrow()
                .id();
    }

    private void was(UUID practitioner, String time) {
        AppointmentDetails past = with(practitioner, clinic.at(clinic.day().minusDays(10), time));
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.createNativeQuery(
                                                "update appointment set status = 'completed' where"
                                                        + " id = ?1")
                                        .setParameter(1, past.id())
                                        .executeUpdate());
    }

    private AppointmentDetails with(UUID practitioner, Instant start) {
        return booking.enter(
                        new StaffBooking(
                                new SlotChoice(clinic.followUp().id(), practitioner, start),
                                ada,
                                null,
                                null,
                                VisitReason.NOT_ASKED,
                                null,
                                null,
                                false,
                                BookedVia.STAFF))
                .orThrow();
    }
}
