package org.ilium.shared;

import io.quarkus.logging.LoggingFilter;
import java.util.UUID;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.ilium.shared.database.Trouble;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;

/**
 * Keeps what somebody typed out of the log when a library writes it: of an exception it leaves
 * {@link Whereabouts}, and of texts put into a library's sentence only dots. It begins when the
 * start has come through, since until then nobody can have sent anything and every word helps. The
 * stack traces of a database that is away or full are dropped: DatabaseWatch says once a minute
 * what is wrong.
 */
@LoggingFilter(name = "no-input")
public final class NoInputInLog implements Filter {

    private static final String OURS = "org.ilium";

    private static volatile boolean open;

    /** Somebody can send something from now on. */
    static void begin() {
        open = true;
    }

    @Override
    public boolean isLoggable(LogRecord entry) {
        if (!open) {
            return true;
        }
        if (Trouble.of(entry.getThrown()) != null) {
            return false;
        }
        clear(entry);
        return true;
    }

    static void clear(LogRecord entry) {
        Throwable thrown = entry.getThrown();
        boolean ours = entry.getLoggerName() != null && entry.getLoggerName().startsWith(OURS);
        Object[] told = entry.getParameters();
        if (!ours && told != null) {
            Object[] safe = new Object[told.length];
            for (int i = 0; i < told.length; i++) {
                safe[i] = isNoText(told[i]) ? told[i] : "…";
            }
            entry.setParameters(safe);
        }
        if (thrown != null) {
            entry.setThrown(null);
            append(entry, Whereabouts.of(thrown));
        }
    }

    private static boolean isNoText(Object told) {
        return told == null
                || told instanceof Number
                || told instanceof Boolean
                || told instanceof Enum
                || told instanceof Class
                || told instanceof UUID;
    }

    private static void append(LogRecord entry, String whereabouts) {
        if (entry instanceof ExtLogRecord whole) {
            String said = whole.getFormattedMessage();
            whole.setParameters(null);
            whole.setMessage(said + ": " + whereabouts, FormatStyle.NO_FORMAT);
        } else {
            entry.setMessage(entry.getMessage() + ": " + whereabouts);
        }
    }
}
