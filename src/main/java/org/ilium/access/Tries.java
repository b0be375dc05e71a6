package org.ilium.access;

import java.time.Duration;
import java.time.Instant;

/**
 * The wrong passwords counted in one lane, and from when on the next may be tried. A clock that was
 * set back makes nobody wait: what was counted later than now holds nobody up.
 */
record Tries(double failures, Instant countedAt, Instant freeAt) {

    /** How long to wait still; zero when a password may be tried now. */
    Duration remaining(Instant now) {
        return now.isBefore(countedAt) || !now.isBefore(freeAt)
                ? Duration.ZERO
                : Duration.between(now, freeAt);
    }

    /** One more, counted by the rule of its lane. */
    Tries andOneMore(Rule rule, Instant now) {
        double more = rule.left(failures, countedAt, now) + 1;
        return new Tries(more, now, now.plus(rule.delay(more)));
    }

    /** What a lane forgets, and how long it holds up. */
    sealed interface Rule {

        double left(double failures, Instant countedAt, Instant now);

        Duration delay(double failures);
    }

    /**
     * One account from one place: {@code free} tries at once, then a second, two, four and so on up
     * to {@code longest}; forgotten when none was wrong for {@code memory}.
     */
    record Doubling(int free, Duration longest, Duration memory) implements Rule {

        /** Beyond it the doubling would leave the numbers. */
        private static final int MOST_DOUBLED = 30;

        @Override
        public double left(double failures, Instant countedAt, Instant now) {
            return now.isBefore(countedAt.plus(memory)) ? failures : 0;
        }

        @Override
        public Duration delay(double failures) {
            int beyond = (int) Math.min(failures - free, MOST_DOUBLED);
            if (beyond < 0) {
                return Duration.ZERO;
            }
            Duration doubled = Duration.ofSeconds(1L << beyond);
            return doubled.compareTo(longest) < 0 ? doubled : longest;
        }
    }

    /** Many accounts, or many places: {@code most} within {@code period}, then one at a time. */
    record Draining(int most, Duration period) implements Rule {

        @Override
        public double left(double failures, Instant countedAt, Instant now) {
            double seconds = Math.max(0, Duration.between(countedAt, now).toMillis() / 1000.0);
            return Math.max(0, failures - seconds / each().toMillis() * 1000.0);
        }

        @Override
        public Duration delay(double failures) {
            return failures < most
                    ? Duration.ZERO
                    : Duration.ofMillis((long) (each().toMillis() * (failures - most + 1)));
        }

        private Duration each() {
            return period.dividedBy(most);
        }
    }
}
