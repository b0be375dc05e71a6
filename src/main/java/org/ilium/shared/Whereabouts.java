package org.ilium.shared;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What was thrown and where, for the log: classes, methods and lines, and what PostgreSQL calls it.
 * Never a message, whose words may be somebody's: a text that cannot be parsed, a row, an address.
 */
public final class Whereabouts {

    private static final String OURS = "org.ilium.";

    /** Where it was thrown, whosever code that is. */
    private static final int FIRST_FRAMES = 3;

    private static final int OUR_FRAMES = 8;

    private static final int MOST_CAUSES = 6;

    private static final Pattern NAME = Pattern.compile("\\w{1,80}");

    private Whereabouts() {}

    /** On one line, the causes after it. */
    public static String of(Throwable thrown) {
        List<String> told = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = thrown;
                cause != null && seen.add(cause) && told.size() < MOST_CAUSES;
                cause = cause.getCause()) {
            told.add(cause.getClass().getName() + sqlState(cause) + frames(cause));
        }
        return String.join("; caused by ", told);
    }

    private static String frames(Throwable thrown) {
        List<String> frames = new ArrayList<>();
        int ours = 0;
        for (StackTraceElement frame : thrown.getStackTrace()) {
            boolean isOurs = frame.getClassName().startsWith(OURS) && frame.getLineNumber() > 0;
            if (frames.size() < FIRST_FRAMES || (isOurs && ours < OUR_FRAMES)) {
                frames.add(
                        "%s.%s:%d"
                                .formatted(
                                        frame.getClassName(),
                                        frame.getMethodName(),
                                        frame.getLineNumber()));
                ours += isOurs ? 1 : 0;
            }
        }
        return frames.isEmpty() ? "" : " in " + String.join(" < ", frames);
    }

    private static String sqlState(Throwable thrown) {
        if (!(thrown instanceof SQLException sql) || sql.getSQLState() == null) {
            return "";
        }
        return " [SQLSTATE " + named(sql.getSQLState()) + constraint(thrown) + "]";
    }

    private static String constraint(Throwable thrown) {
        ServerErrorMessage said =
                thrown instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        String constraint = said == null ? null : said.getConstraint();
        return constraint == null ? "" : ", " + named(constraint);
    }

    private static String named(String name) {
        return NAME.matcher(name).matches() ? name : "?";
    }
}
