package org.ilium.booking.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import org.ilium.booking.AppointmentOutcome;
import org.ilium.booking.AppointmentOutcome.Done;
import org.ilium.booking.AppointmentOutcome.Refused;
import org.ilium.booking.BookingRefusal;
import org.ilium.booking.Contact;
import org.ilium.booking.schedule.Appointments;
import org.ilium.shared.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Lets a program send a booking again when it did not hear the answer: one key, one booking. */
@ApplicationScoped
public class RepeatedRequests {

    private static final int SCOPE_BYTES = 16;

    private final Transactions transactions;
    private final Appointments appointments;
    private final Sql sql;
    private final Clock clock;

    RepeatedRequests(Transactions transactions, Appointments appointments, Sql sql, Clock clock) {
        this.transactions = transactions;
        this.appointments = appointments;
        this.sql = sql;
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

    /** The scope of one visitor's keys: no other's can be in her way. */
    public static String scopeOf(Contact contact) {
        byte[] who = sha256(contact.phone() + '\n' + contact.email());
        return "public " + HexFormat.of().formatHex(Arrays.copyOf(who, SCOPE_BYTES));
    }

    private boolean claim(String scope, String key, byte[] hash) {
        return sql.change(
                        "insert into booking_request (scope, key, request_hash, created_at)"
                                + " values (?, ?, ?, ?) on conflict do nothing",
                        scope,
                        key,
                        hash,
                        clock.instant())
                == 1;
    }

    private AppointmentOutcome answerAgain(String scope, String key, byte[] hash) {
        Settled settled =
                sql.list(
                                "select request_hash, appointment_id from booking_request"
                                        + " where scope = ? and key = ?",
                                row ->
                                        new Settled(
                                                row.orNull(1, byte[].class),
                                                row.orNull(2, UUID.class)),
                                scope,
                                key)
                        .get(0);
        if (!Arrays.equals(settled.hash(), hash) || settled.appointment() == null) {
            return new Refused(BookingRefusal.KEY_REUSED);
        }
        return new Done(appointments.details(settled.appointment()).orElseThrow(), true);
    }

    private record Settled(byte @Nullable [] hash, @Nullable UUID appointment) {}

    private void settle(String scope, String key, UUID appointment) {
        sql.change(
                "update booking_request set appointment_id = ? where scope = ? and key = ?",
                appointment,
                scope,
                key);
    }

    private void free(String scope, String key) {
        sql.change("delete from booking_request where scope = ? and key = ?", scope, key);
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
