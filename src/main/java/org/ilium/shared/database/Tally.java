package org.ilium.shared.database;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * One kind of trouble in the log: a line when it begins, one a minute while it lasts, with how
 * often, and one when it is over. Trouble that comes and goes gets a line a minute too.
 */
final class Tally {

    static final Duration EVERY = Duration.ofMinutes(1);

    private final String over;
    private final Consumer<String> log;

    private boolean open;
    private boolean told;
    private boolean everTold;
    private long toldAt;
    private long count;
    private String what = "";

    /**
     * @param over what is said at the end
     * @param log where the lines go
     */
    Tally(String over, Consumer<String> log) {
        this.over = over;
        this.log = log;
    }

    /** It was met once more; {@code now} in nanoseconds of any clock that only runs forward. */
    synchronized void met(String what, long now) {
        count++;
        begin(what, now);
    }

    /** It is there, whether anybody meets it or not. */
    synchronized void begin(String what, long now) {
        if (open) {
            return;
        }
        open = true;
        this.what = what;
        if (isTime(now)) {
            tell(what, now);
        }
    }

    /** Regularly; {@code there} while the trouble lasts. */
    synchronized void tick(boolean there, long now) {
        if (!open) {
            return;
        }
        if (there && isTime(now)) {
            tell("Still: " + what + counted(), now);
        } else if (!there) {
            open = false;
            if (told) {
                log.accept(over + counted());
                told = false;
                count = 0;
            }
        }
    }

    private void tell(String line, long now) {
        log.accept(line);
        told = true;
        everTold = true;
        toldAt = now;
    }

    private boolean isTime(long now) {
        return !everTold || now - toldAt >= EVERY.toNanos();
    }

    private String counted() {
        return " (answered 503 so far: " + count + ")";
    }
}
