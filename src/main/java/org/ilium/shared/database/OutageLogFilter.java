package org.ilium.shared.database;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Keeps the stack traces of a database that is away or full out of the log, whichever library
 * writes them: {@link DatabaseWatch} says once a minute what is wrong.
 */
@LoggingFilter(name = "outages")
public final class OutageLogFilter implements Filter {

    @Override
    public boolean isLoggable(LogRecord line) {
        return Trouble.of(line.getThrown()) == null;
    }
}
