package org.ilium.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hands messages to the clinic's SMTP relay. */
@ApplicationScoped
class SmtpTransport implements Transport {

    /** Well within the two minutes of a claim, so that nobody else sends it meanwhile. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Replies that refuse the address for good; others, such as a wrong password, may pass. */
    private static final Set<Integer> NO_SUCH_ADDRESS = Set.of(550, 551, 553, 556);

    /** The client's own words, the only sign it gives of this. */
    private static final String NO_TLS = "STARTTLS required but not supported by server";

    /** Replies to a user or password that is wrong, missing or too weak for the relay. */
    private static final Set<Integer> NO_SIGN_IN = Set.of(530, 534, 535, 538);

    private final ReactiveMailer mailer;
    private final Vertx vertx;

    SmtpTransport(ReactiveMailer mailer, Vertx vertx) {
        this.mailer = mailer;
        this.vertx = vertx;
    }

    @Override
    public void send(Letter letter) throws TransportException {
        try {
            mailer.send(mail(letter)).runSubscriptionOn(this::onOneLoop).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            throw refusal(e);
        }
    }

    /**
     * The client connects and listens on one event loop only when it is called on one; else it may
     * begin to listen after the relay has greeted, and both wait for the other to speak.
     */
    private void onOneLoop(Runnable sending) {
        vertx.getOrCreateContext().runOnContext(ignored -> sending.run());
    }

    private static Mail mail(Letter letter) {
        Mail mail =
                new Mail()
                        .setFrom(letter.from())
                        .addTo(letter.to())
                        .setSubject(letter.subject())
                        .setText(letter.plain())
                        .setHtml(letter.html());
        if (letter.replyTo() != null) {
            mail.setReplyTo(letter.replyTo());
        }
        letter.headers().forEach(mail::addHeader);
        if (letter.calendar() != null) {
            mail.addAttachment(
                    "appointment.ics",
                    letter.calendar().text().getBytes(StandardCharsets.UTF_8),
                    letter.calendar().contentType());
        }
        return mail;
    }

    private static TransportException refusal(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException smtp) {
                return answered(smtp.getReplyCode(), String.valueOf(smtp.getMessage()), e);
            }
            if (cause instanceof CertificateException) {
                return new TransportException(
                        "The mail server shows no certificate we can trust.", false, e);
            }
            if (cause instanceof TimeoutException) {
                // after STARTTLS the client says nothing of a certificate it does not trust
                return new TransportException(
                        "The mail server did not answer in time, or its certificate is not trusted.",
                        false,
                        e);
            }
            if (NO_TLS.equals(cause.getMessage())) {
                return new TransportException(
                        "The mail server offers no TLS, and the settings ask for it.", false, e);
            }
        }
        return new TransportException(
                "The mail server could not be reached (" + root(e) + ").", false, e);
    }

    private static TransportException answered(int code, String message, Throwable e) {
        // the same code may refuse our own address, which is a fault to be mended
        boolean noSuch = NO_SUCH_ADDRESS.contains(code) && message.contains("recipient");
        if (noSuch) {
            return new TransportException(
                    "The mail server refused the address (" + code + ").", true, e);
        }
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
        while (last != null && last.getCause() != null) {
            last = last.getCause();
        }
        return last == null ? "" : last.getClass().getSimpleName();
    }
}
