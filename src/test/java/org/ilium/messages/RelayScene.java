package org.ilium.messages;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.ilium.fixture.TlsRelay;

/** Listens to the log while mail is sent; nothing it says may give away the password. */
final class RelayScene extends Handler implements AutoCloseable {

    private final List<String> said = new CopyOnWriteArrayList<>();

    RelayScene() {
        Logger.getLogger("").addHandler(this);
    }

    /** All lines, with the texts of what was thrown. */
    String log() {
        return String.join("\n", said);
    }

    @Override
    public void publish(LogRecord line) {
        said.add(
                line.getMessage()
                        + " "
                        + List.of(parameters(line))
                        + " "
                        + texts(line.getThrown()));
    }

    private static Object[] parameters(LogRecord line) {
        return line.getParameters() == null ? new Object[0] : line.getParameters();
    }

    private static String texts(Throwable thrown) {
        StringBuilder texts = new StringBuilder();
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            texts.append(e).append('\n');
        }
        return texts.toString();
    }

    /** The password in the clear, or as SMTP carries it. */
    static String[] secrets() {
        return new String[] {
            TlsRelay.PASSWORD,
            base64(TlsRelay.PASSWORD),
            base64("\0" + TlsRelay.USER + "\0" + TlsRelay.PASSWORD)
        };
    }

    private static String base64(String text) {
        return java.util.Base64.getEncoder()
                .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
