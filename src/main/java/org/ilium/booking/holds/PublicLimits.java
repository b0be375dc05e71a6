package org.ilium.booking.holds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.booking.BookingRefusal;
import org.ilium.booking.Contact;
import org.ilium.booking.Stranger;
import org.ilium.booking.VisitorBooking;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * How much strangers may book before somebody has spoken to them, so that a program cannot fill a
 * calendar. Counted without a lock: a few sent at the same moment may pass.
 */
@ApplicationScoped
public class PublicLimits {

    private final Sql sql;
    private final Clock clock;
    private final int mostBooked;
    private final int mostBookedByOne;

    PublicLimits(
            Sql sql,
            Clock clock,
            @ConfigProperty(name = "ilium.booking.most-booked") int mostBooked,
            @ConfigProperty(name = "ilium.booking.most-booked-by-one") int mostBookedByOne) {
        this.sql = sql;
        this.clock = clock;
        this.mostBooked = mostBooked;
        this.mostBookedByOne = mostBookedByOne;
    }

    /**
     * With one phone number or one email address, and whatever the names from one network in a day,
     * until the desk links them to a chart. Those of known patients are not counted, so the refusal
     * tells nobody who is one.
     */
    public @Nullable BookingRefusal onBooking(VisitorBooking booking) {
        Contact contact = booking.contact();
        Stranger from = booking.from();
        boolean tooMany =
                sql.list(
                                """
                                select greatest(
                                    (select count(*) from appointment
                                      where split_part(contact_phone, ';', 1)
                                              = split_part(?, ';', 1)
                                        and starts > ?
                                        and patient_id is null
                                        and status not in ('held', 'cancelled')),
                                    (select count(*) from appointment
                                      where contact_email = ? and starts > ?
                                        and patient_id is null
                                        and status not in ('held', 'cancelled'))) >= ?
                                    or (select count(*) from appointment
                                         where network = ? and patient_id is null
                                           and status not in ('held', 'cancelled')) >= ?
                                """,
                                row -> row.flag(1),
                                contact.phone(),
                                clock.instant(),
                                contact.email(),
                                clock.instant(),
                                mostBooked,
                                from == null ? null : from.network(),
                                mostBookedByOne)
                        .get(0);
        return tooMany ? BookingRefusal.PLEASE_CALL : null;
    }
}
