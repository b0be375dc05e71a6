package org.ilium.messages;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * A letter as a relay is given it (RFC 5322, RFC 2045 to 2047): ASCII only, but for an address that
 * has more (RFC 6532); no empty header, no long line.
 */
class MimeLetter extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Map<String, String> headers;

    MimeLetter(Letter letter, Session session, Instant at) throws MessagingException {
        super(session);
        headers = letter.headers();
        setFrom(mailbox(letter.from()));
        setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to()));
        if (letter.replyTo() != null) {
            setReplyTo(new Address[] {new InternetAddress(letter.replyTo())});
        }
        setSubject(letter.subject(), UTF_8);
        setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)));
        setContent(content(letter));
        saveChanges();
    }

    /** The library would give each try a Message-ID of its own. */
    @Override
    protected void updateMessageID() throws MessagingException {
        for (Map.Entry<String, String> header : headers.entrySet()) {
            setHeader(header.getKey(), header.getValue());
        }
    }

    /** The name is given apart from the address: read out of a header, it would not be encoded. */
    private static InternetAddress mailbox(Letter.Mailbox mailbox) throws MessagingException {
        InternetAddress address = new InternetAddress(mailbox.address());
        if (!mailbox.name().isEmpty()) {
            try {
                address.setPersonal(mailbox.name(), UTF_8);
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException("every Java has UTF-8", e);
            }
        }
        return address;
    }

    private static MimeMultipart content(Letter letter) throws MessagingException {
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(text(letter.plain(), "plain"));
        both.addBodyPart(text(letter.html(), "html"));
        if (letter.calendar() == null) {
            return both;
        }
        MimeBodyPart words = new MimeBodyPart();
        words.setContent(both);
        MimeMultipart all = new MimeMultipart("mixed");
        all.addBodyPart(words);
        all.addBodyPart(calendar(letter.calendar()));
        return all;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        // under base64 nobody on the way would put the line ends right
        part.setText(text.replaceAll("\r\n?|\n", "\r\n"), UTF_8, subtype);
        return part;
    }

    private static MimeBodyPart calendar(Letter.CalendarPart calendar) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(
                        new ByteArrayDataSource(
                                calendar.text().getBytes(StandardCharsets.UTF_8),
                                calendar.contentType())));
        part.setFileName(calendar.fileName());
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        return part;
    }
}
