package org.ilium.shared.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be wrong with the database that is no fault of the program or of the request. */
public enum Trouble {
    /** It cannot be reached, or the connection broke. */
    AWAY,
    /** More is asked of it than it can do in time. */
    BUSY,
    /** It can be read and not written: its disk is full, or it is a standby. */
    READ_ONLY;

    /** All of class 08, and that the server ends, is starting, or has no room for a connection. */
    private static final Set<String> AWAY_STATES =
            Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "53300");

    /** No room on the disk, no memory, a disk that fails, and a database set to reading only. */
    private static final Set<String> READ_ONLY_STATES = Set.of("53100", "53200", "58030", "25006");

    private static final String CONNECTION_CLASS = "08";

    /** What the driver says of a connection that the pool no longer waits for. */
    private static final String DRIVER_FAULT = "99999";

    /** The connection pool has no other sign of it than its words. */
    private static final String NO_CONNECTION_IN_TIME = "acquisition timeout";

    /** The trouble that caused this, wherever in it: null for everything else. */
    public static @Nullable Trouble of(@Nullable Throwable thrown) {
        Throwable cause = first(thrown, e -> kind(e) != null);
        return cause == null ? null : kind(cause);
    }

    /** The SQLSTATE, or what stands for it; says nothing of what was being read or written. */
    static String reason(Throwable thrown) {
        Throwable cause = first(thrown, e -> kind(e) != null);
        if (cause instanceof SQLException sql && sql.getSQLState() != null) {
            return "SQLSTATE " + sql.getSQLState();
        }
        return cause instanceof SQLException ? "no connection in time" : "writing has stopped";
    }

    /** Whether a connection broke while it was told to commit: nobody knows then if it did. */
    public static boolean atCommit(Throwable thrown) {
        return first(thrown, e -> kind(e) == AWAY && wasIn(e, "PgConnection", "commit")) != null;
    }

    /** In a method of PostgreSQL's driver. */
    private static boolean wasIn(Throwable e, String type, String method) {
        return Stream.of(e.getStackTrace())
                .anyMatch(
                        frame ->
                                frame.getMethodName().equals(method)
                                        && frame.getClassName().startsWith("org.postgresql.")
                                        && frame.getClassName().endsWith("." + type));
    }

    private static @Nullable Trouble kind(Throwable e) {
        if (e instanceof WritingStoppedException) {
            return READ_ONLY;
        }
        if (!(e instanceof SQLException sql)) {
            return null;
        }
        String state = sql.getSQLState();
        if (state == null) {
            boolean waited =
                    sql instanceof SQLTransientConnectionException
                            || String.valueOf(sql.getMessage())
                                    .toLowerCase(Locale.ROOT)
                                    .contains(NO_CONNECTION_IN_TIME);
            return waited ? BUSY : null;
        }
        if (state.startsWith(CONNECTION_CLASS)
                || AWAY_STATES.contains(state)
                || (state.equals(DRIVER_FAULT) && wasIn(e, "Driver", "connect"))) {
            return AWAY;
        }
        return READ_ONLY_STATES.contains(state) ? READ_ONLY : null;
    }

    /** A transaction manager hides the cause among what it suppressed. */
    private static @Nullable Throwable first(
            @Nullable Throwable thrown, Predicate<Throwable> wanted) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> left = new ArrayDeque<>();
        push(left, thrown);
        while (!left.isEmpty()) {
            Throwable e = left.pop();
            if (!seen.add(e)) {
                continue;
            }
            if (wanted.test(e)) {
                return e;
            }
            for (Throwable suppressed : e.getSuppressed()) {
                push(left, suppressed);
            }
            push(left, e.getCause());
            if (e instanceof SQLException sql) {
                push(left, sql.getNextException());
            }
        }
        return null;
    }

    private static void push(Deque<Throwable> left, @Nullable Throwable e) {
        if (e != null) {
            left.push(e);
        }
    }
}
