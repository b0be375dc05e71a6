package org.ilium.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How much strangers may take before somebody has spoken to them, so that a program cannot empty a
 * calendar. Counted without a lock: a few sent at the same moment may pass.
 */
@ApplicationScoped
class PublicLimits {

    private final EntityManager database;
    private final Clock clock;
    private final int mostHeld;
    private final int mostBooked;

    PublicLimits(
            EntityManager database,
            Clock clock,
            @ConfigProperty(name = "ilium.booking.most-held") int mostHeld,
            @ConfigProperty(name = "ilium.booking.most-booked") int mostBooked) {
        this.database = database;
        this.clock = clock;
        this.mostHeld = mostHeld;
        this.mostBooked = mostBooked;
    }

    /** Of one practitioner's times; a hold that goes to another time does not count itself. */
    @Nullable BookingRefusal onHold(UUID holdId, UUID practitionerId) {
        Object held =
                database.createNativeQuery(
                                """
                                select count(*) from appointment
                                 where practitioner_id = :practitioner and status = 'held'
                                   and hold_expires_at > :now and id <> :id
                                """)
                        .setParameter("practitioner", practitionerId)
                        .setParameter("now", clock.instant())
                        .setParameter("id", holdId)
                        .getSingleResult();
        return ((Number) held).intValue() >= mostHeld ? BookingRefusal.TOO_MANY_HELD : null;
    }

    /**
     * With one phone number or one email address, until the desk links them to a chart. Those of
     * known patients are not counted, so the refusal tells nobody who is one.
     */
    @Nullable BookingRefusal onBooking(Contact contact) {
        Object booked =
                database.createNativeQuery(
                                """
                                select greatest(
                                    (select count(*) from appointment
                                      where contact_phone = :phone and starts > :now
                                        and patient_id is null
                                        and status not in ('held', 'cancelled')),
                                    (select count(*) from appointment
                                      where contact_email = :email and starts > :now
                                        and patient_id is null
                                        and status not in ('held', 'cancelled')))
                                """)
                        .setParameter("phone", contact.phone())
                        .setParameter("email", contact.email())
                        .setParameter("now", clock.instant())
                        .getSingleResult();
        return ((Number) booked).intValue() >= mostBooked ? BookingRefusal.PLEASE_CALL : null;
    }
}
