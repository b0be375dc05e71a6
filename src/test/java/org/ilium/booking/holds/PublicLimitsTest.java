package org.ilium.booking.holds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ilium.fixture.ClinicFixture.visitor;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.BookedVia;
import org.ilium.booking.BookingRefusal;
import org.ilium.booking.Contact;
import org.ilium.booking.StaffBooking;
import org.ilium.booking.Stranger;
import org.ilium.booking.VisitReason;
import org.ilium.booking.VisitorBooking;
import org.ilium.booking.changes.BookingAppointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.fixture.UnusedPhones;
import org.ilium.shared.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublicLimitsTest {

    /** Of nobody else in the tests. */
    private static final Contact CALLER =
            new Contact("Demo Uma", "+13125550199", "demo.uma@example.org");

    @Inject BookingAppointments booking;
    @Inject EntityManager database;
    @Inject Sql sql;
    @Inject TestClock clock;

    private ClinicFixture clinic;

    @BeforeEach
    void twoOfEach() {
        clinic = ClinicFixture.open();
        QuarkusMock.installMockForType(new PublicLimits(sql, clock, 2, 2), PublicLimits.class);
    }

    @AfterEach
    void runOn() {
        clock.reset();
    }

    @Test
    void oneNetworkBooksNoMoreThanSoManyInADayWhateverTheNames() {
        Stranger stranger = new Stranger(UUID.randomUUID().toString().replace("-", ""));
        bookAs("09:00", 1, stranger);
        bookAs("10:00", 2, stranger);

        assertThat(bookAs("11:00", 3, stranger)).isEqualTo(new Refused(BookingRefusal.PLEASE_CALL));
        assertThat(bookAs("11:00", 4, new Stranger(UUID.randomUUID().toString().replace("-", ""))))
                .isInstanceOf(Done.class);
    }

    private AppointmentOutcome bookAs(String time, int person, Stranger from) {
        Contact madeUp = new Contact("Demo " + person, UnusedPhones.next(), null);
        return booking.bookPublic(
                clinic.slot(clinic.at(time)),
                new VisitorBooking(madeUp, null, VisitReason.NOT_ASKED, BookedVia.API, from));
    }

    @Test
    void onePhoneNumberBooksNoMoreThanSoManyVisitsOnline() {
        cancelHers();
        UUID hold = UUID.randomUUID();
        booking.hold(hold, clinic.slot(clinic.at("12:00")));
        book("09:00", CALLER);
        book("10:00", new Contact("Demo Uma", "+13125550199", "other@example.org"));

        AppointmentOutcome byPhone = book("11:00", new Contact("Uma", "+13125550199", null));
        AppointmentOutcome held = booking.confirm(hold, visitor(CALLER));
        AppointmentOutcome somebodyElse =
                book("11:00", new Contact("Demo Bea", "+13125550143", null));

        assertThat(byPhone).isEqualTo(new Refused(BookingRefusal.PLEASE_CALL));
        assertThat(held).isEqualTo(new Refused(BookingRefusal.PLEASE_CALL));
        assertThat(somebodyElse).isInstanceOf(Done.class);
    }

    @Test
    void staffBookAsManyAsTheyLike() {
        SignedIn.inThisTest(Roles.FRONT_DESK);
        for (String time : new String[] {"09:00", "10:00", "11:00"}) {
            AppointmentOutcome outcome =
                    booking.bookByStaff(
                            new StaffBooking(
                                    clinic.slot(clinic.at(time)),
                                    null,
                                    CALLER,
                                    null,
                                    VisitReason.NOT_ASKED,
                                    null,
                                    null,
                                    false,
                                    BookedVia.STAFF));
            assertThat(outcome).isInstanceOf(Done.class);
        }
        cancelHers();
    }

    private AppointmentOutcome book(String time, Contact contact) {
        return booking.bookPublic(clinic.slot(clinic.at(time)), visitor(contact));
    }

    private void cancelHers() {
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.createNativeQuery(
                                                "update appointment set status = 'cancelled',"
                                                        + " cancelled_at = now(), cancelled_by = 'clinic'"
                                                        + " where contact_name = 'Demo Uma'"
                                                        + " and status = 'booked'")
                                        .executeUpdate());
    }
}
