package org.ilium.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.jspecify.annotations.Nullable;

/** Lets a program send a booking again when it did not hear the answer: one key, one booking. */
@ApplicationScoped
public class RepeatedRequests {

    private final Transactions transactions;
    private final Appointments appointments;
    private final EntityManager database;
    private final Clock clock;

    RepeatedRequests(
            Transactions transactions,
            Appointments appointments,
            EntityManager database,
            Clock clock) {
        this.transactions = transactions;
        this.appointments = appointments;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Books unless this key of this scope (a caller) already did, which then answers again; a
     * second request waits for the first. A refused booking frees its key.
     *
     * @param request all that was asked, to tell a repetition from another request
     */
    public AppointmentOutcome once(
            String scope, String key, String request, Supplier<AppointmentOutcome> booking) {
        byte[] hash = sha256(request);
        return transactions.call(
                () -> {
                    if (!claim(scope, key, hash)) {
                        return answerAgain(scope, key, hash);
                    }
                    AppointmentOutcome outcome = booking.get();
                    if (outcome instanceof Done done) {
                        settle(scope, key, done.appointment().id());
                    } else {
                        free(scope, key);
                    }
                    return outcome;
                });
    }

    private boolean claim(String scope, String key, byte[] hash) {
        return database.createNativeQuery(
                                "insert into booking_request (scope, key, request_hash, created_at)"
                                        + " values (:scope, :key, :hash, :now) on conflict do nothing")
                        .setParameter("scope", scope)
                        .setParameter("key", key)
                        .setParameter("hash", hash)
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    private AppointmentOutcome answerAgain(String scope, String key, byte[] hash) {
        Object[] row =
                (Object[])
                        database.createNativeQuery(
                                        "select request_hash, appointment_id from booking_request"
                                                + " where scope = :scope and key = :key")
                                .setParameter("scope", scope)
                                .setParameter("key", key)
                                .getSingleResult();
        @Nullable UUID appointment = (UUID) row[1];
        if (!Arrays.equals((byte[]) row[0], hash) || appointment == null) {
            return new Refused(BookingRefusal.KEY_REUSED);
        }
        return new Done(appointments.details(appointment).orElseThrow());
    }

    private void settle(String scope, String key, UUID appointment) {
        database.createNativeQuery(
                        "update booking_request set appointment_id = :appointment"
                                + " where scope = :scope and key = :key")
                .setParameter("scope", scope)
                .setParameter("key", key)
                .setParameter("appointment", appointment)
                .executeUpdate();
    }

    private void free(String scope, String key) {
        database.createNativeQuery(
                        "delete from booking_request where scope = :scope and key = :key")
                .setParameter("scope", scope)
                .setParameter("key", key)
                .executeUpdate();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
