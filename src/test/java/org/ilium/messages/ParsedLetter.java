package org.ilium.messages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/** The octets of a letter as another library than the one that wrote it reads them. */
record ParsedLetter(Message message) {

    static ParsedLetter of(byte[] octets) {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(
                new MimeConfig.Builder().setStrictParsing(true).setMaxLineLen(1000).build());
        try {
            return new ParsedLetter(builder.parseMessage(new ByteArrayInputStream(octets)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Mailbox from() {
        return message.getFrom().get(0);
    }

    String subject() {
        return message.getSubject();
    }

    String header(String name) {
        return message.getHeader().getField(name).getBody();
    }

    /** The decoded text of the first part of this type. */
    String text(String type) {
        for (Entity part : parts(message)) {
            if (part.getMimeType().equals(type) && part.getBody() instanceof SingleBody body) {
                try {
                    return new String(body.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return "";
    }

    private static List<Entity> parts(Entity entity) {
        List<Entity> all = new ArrayList<>(List.of(entity));
        if (entity.getBody() instanceof Multipart several) {
            several.getBodyParts().forEach(part -> all.addAll(parts(part)));
        }
        return all;
    }
}
