package org.ilium.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A received message, taken apart. */
record ReceivedMail(MimeMessage message) {

    String subject() {
        return header("Subject");
    }

    String header(String name) {
        try {
            String[] all = message.getHeader(name);
            return all == null ? "" : String.join(" | ", all);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    String plain() {
        return text("text/plain");
    }

    String html() {
        return text("text/html");
    }

    String calendar() {
        return text("text/calendar");
    }

    List<String> types() {
        List<String> types = new ArrayList<>();
        parts(message).forEach(part -> types.add(type(part)));
        return types;
    }

    /** The path, from the slash on, of the first link that starts so. */
    String link(String start) {
        Matcher found = Pattern.compile("https?://[^/\\s]+(" + start + "[\\w-]+)").matcher(plain());
        if (!found.find()) {
            throw new AssertionError("no link " + start + " in:\n" + plain());
        }
        return found.group(1);
    }

    String raw() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(String type) {
        return parts(message).stream()
                .filter(part -> type(part).startsWith(type))
                .map(ReceivedMail::content)
                .findFirst()
                .orElse("");
    }

    private static List<Part> parts(Part part) {
        List<Part> all = new ArrayList<>();
        all.add(part);
        try {
            if (part.getContent() instanceof Multipart several) {
                for (int i = 0; i < several.getCount(); i++) {
                    BodyPart inner = several.getBodyPart(i);
                    all.addAll(parts(inner));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    private static String content(Part part) {
        try {
            Object content = part.getContent();
            return content instanceof String text
                    ? text.replace("\r\n", "\n")
                    : new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String type(Part part) {
        try {
            return part.getContentType().replaceAll("\\s+", " ");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
