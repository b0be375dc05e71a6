package org.ilium.messages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message ready to be sent. {@code told} says in a word what it tells, to be compared with the
 * next one's; null when nothing is to be compared.
 */
public record Letter(
        UUID messageId,
        Mailbox from,
        @Nullable String replyTo,
        String to,
        String subject,
        String plain,
        String html,
        @Nullable CalendarPart calendar,
        Map<String, String> headers,
        @Nullable String told) {

    /** Who sends it; the name is empty where it would tell too much. */
    public record Mailbox(String name, String address) {

        public Mailbox {
            HeaderText.requireOneLine(name);
            HeaderText.requireOneLine(address);
        }

        /** As a mailbox shows it. */
        public String shown() {
            return name.isEmpty() ? address : name + " <" + address + ">";
        }
    }

    /** An iCalendar file (RFC 5545) and its method, such as {@code PUBLISH} or {@code CANCEL}. */
    public record CalendarPart(String fileName, String method, String text) {

        public CalendarPart {
            HeaderText.requireAscii(fileName);
        }

        String contentType() {
            return "text/calendar; charset=utf-8; method=" + method;
        }
    }

    public Letter {
        headers = Map.copyOf(headers);
        HeaderText.requireOneLine(to);
        HeaderText.requireOneLine(subject);
        headers.values().forEach(HeaderText::requireAscii);
    }

    /** Whether any relay can be told whom it is from and for. */
    boolean isAddressedInAscii() {
        return HeaderText.isAscii(from.address())
                && HeaderText.isAscii(to)
                && (replyTo == null || HeaderText.isAscii(replyTo));
    }

    /** What proves later which text was sent, without keeping the text. */
    byte[] sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(plain.getBytes(StandardCharsets.UTF_8));
            return digest.digest(html.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
