package org.ilium.messages;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages to the clinic's SMTP relay, each over a connection of its own. When its time is
 * over the connection is cut, wherever the two stand: so a relay that is silent, or says a byte now
 * and then, holds nobody for longer, and nothing leaves after it was given up.
 */
@ApplicationScoped
class SmtpTransport implements Transport {

    /** What a relay may still finish when the program is to stop; a stop waits for eight. */
    private static final Duration AT_THE_STOP = Duration.ofSeconds(5);

    /**
     * Of the replies to an address that begin with 5 and are final (RFC 5321, 4.2.1), those that
     * say nothing of it: no such command, nobody signed in, or no room.
     */
    private static final Set<Integer> NOT_OF_THE_ADDRESS = Set.of(500, 502, 503, 504, 552);

    /** Replies to a user or password that is wrong, missing or too weak for the relay. */
    private static final Set<Integer> NO_SIGN_IN = Set.of(530, 534, 535, 538);

    private final SmtpRelay relay;
    private final Duration patience;
    private final Clock clock;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor cuts;

    SmtpTransport(
            SmtpRelay relay,
            @ConfigProperty(name = "ilium.mail.patience") Duration patience,
            Clock clock) {
        this.relay = relay;
        this.patience = patience;
        this.clock = clock;
        this.cuts =
                new ScheduledThreadPoolExecutor(
                        1,
                        cut -> {
                            Thread thread = new Thread(cut, "smtp-patience");
                            thread.setDaemon(true);
                            return thread;
                        });
        cuts.setRemoveOnCancelPolicy(true);
    }

    /** Before the stop waits for what is at work. */
    void cutWhatHangs(@Observes @Priority(1) ShutdownEvent shutdown) {
        cuts.schedule(
                () -> lines.forEach(Line::cut), AT_THE_STOP.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void send(Letter letter) throws TransportException {
        try (Line line = new Line(letter)) {
            line.send();
        }
    }

    /** One letter's connection. */
    private final class Line implements AutoCloseable {
        private final Socket socket = new Socket();
        private final Letter letter;
        private final Session session;
        private final SMTPTransport smtp;
        private final Future<?> end =
                cuts.schedule(this::cut, patience.toMillis(), TimeUnit.MILLISECONDS);
        private volatile boolean wasCut;
        private volatile boolean textBegan;

        Line(Letter letter) {
            this.letter = letter;
            Properties settings = relay.properties(patience.toMillis());
            settings.put("mail.mime.allowutf8", Boolean.toString(!letter.isAddressedInAscii()));
            session = Session.getInstance(settings, relay.signIn());
            smtp = new SMTPTransport(session, new URLName("smtp", null, -1, null, null, null));
            lines.add(this);
        }

        void send() throws TransportException {
            try {
                socket.connect(relay.address(), (int) patience.toMillis());
                socket.setSoTimeout((int) patience.toMillis());
                smtp.connect(relay.speaking(socket));
                requireThatItTakesTheAddress();
                smtp.sendMessage(message(letter), new Address[] {new InternetAddress(letter.to())});
            } catch (MessagingException | IOException e) {
                throw refusal(e);
            }
        }

        /** One without SMTPUTF8 (RFC 6531) can be given no such address, now or later. */
        private void requireThatItTakesTheAddress() throws TransportException {
            if (!letter.isAddressedInAscii() && !smtp.supportsExtension("SMTPUTF8")) {
                throw new TransportException(
                        "The address has letters that our mail server cannot write to.", true);
            }
        }

        private MimeMessage message(Letter letter) throws MessagingException {
            return new MimeLetter(letter, session, clock.instant()) {
                @Override
                public void writeTo(OutputStream relay, String[] leftOut)
                        throws IOException, MessagingException {
                    textBegan = true;
                    super.writeTo(relay, leftOut);
                }
            };
        }

        /** The plain connection under any TLS: closing it never waits for the other side. */
        void cut() {
            wasCut = true;
            quietly(socket);
        }

        @Override
        public void close() {
            try {
                smtp.close();
            } catch (MessagingException e) {
                // the letter's fate was told before
            }
            quietly(socket);
            end.cancel(false);
            lines.remove(this);
        }

        private TransportException refusal(Exception e) {
            for (Throwable cause = e; cause != null; cause = next(cause)) {
                if (cause instanceof SMTPAddressFailedException refused) {
                    int code = refused.getReturnCode();
                    return isFinal(code)
                            ? new TransportException(
                                    "The mail server refused the address (" + code + ").", true, e)
                            : answered(code, e);
                }
                if (cause instanceof CertificateException
                        || cause instanceof CertPathBuilderException) {
                    return new TransportException(
                            "The mail server shows no certificate we can trust.", false, e);
                }
            }
            if (textBegan && !wasAnswered(e)) {
                return new TransportException(
                        "The mail server did not confirm the letter. It may have it already and"
                                + " get it once more.",
                        false,
                        e);
            }
            if (wasCut || isTimeout(e)) {
                return new TransportException("The mail server did not answer in time.", false, e);
            }
            if (e instanceof AuthenticationFailedException) {
                return answered(codeOr(535), e);
            }
            if (e instanceof SMTPSendFailedException failed && failed.getReturnCode() > 0) {
                return answered(failed.getReturnCode(), e);
            }
            if (e instanceof SMTPSenderFailedException failed && failed.getReturnCode() > 0) {
                return answered(failed.getReturnCode(), e);
            }
            if (relay.demandsStartTls() && !smtp.supportsExtension("STARTTLS")) {
                return new TransportException(
                        "The mail server offers no TLS, and the settings ask for it.", false, e);
            }
            int last = smtp.getLastReturnCode();
            return last >= 400
                    ? answered(last, e)
                    : new TransportException(
                            "The mail server could not be reached (" + root(e) + ").", false, e);
        }

        private int codeOr(int usual) {
            int last = smtp.getLastReturnCode();
            return last >= 400 ? last : usual;
        }
    }

    private static boolean isFinal(int code) {
        return code >= 500 && !NOT_OF_THE_ADDRESS.contains(code) && !NO_SIGN_IN.contains(code);
    }

    private static boolean wasAnswered(Exception e) {
        return e instanceof SMTPSendFailedException failed && failed.getReturnCode() >= 400;
    }

    private static boolean isTimeout(Throwable e) {
        for (Throwable cause = e; cause != null; cause = next(cause)) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Throwable next(Throwable e) {
        return e instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : e.getCause();
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use any more
        }
    }

    private static TransportException answered(int code, Throwable e) {
        return new TransportException(
                NO_SIGN_IN.contains(code)
                        ? "The mail server refused the user or password (" + code + ")."
                        : "The mail server answered " + code + ".",
                false,
                e);
    }

    /** Only the kind of fault: its text may repeat what was being sent. */
    private static String root(@Nullable Throwable e) {
        Throwable last = e;
        while (last != null && next(last) != null) {
            last = next(last);
        }
        return last == null ? "" : last.getClass().getSimpleName();
    }
}
