package org.ilium.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
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

    private final ReactiveMailer mailer;

    SmtpTransport(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public void send(Letter letter) throws TransportException {
        try {
            mailer.send(mail(letter)).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            throw refusal(e);
        }
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
                int code = smtp.getReplyCode();
                // the same code may refuse our own address, which is a fault to be mended
                boolean refused =
                        NO_SUCH_ADDRESS.contains(code)
                                && String.valueOf(smtp.getMessage()).contains("recipient");
                String said =
                        refused
                                ? "The mail server refused the address (" + code + ")."
                                : "The mail server answered " + code + ".";
                return new TransportException(said, refused, e);
            }
        }
        return new TransportException(
                "The mail server could not be reached (" + root(e) + ").", false, e);
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
