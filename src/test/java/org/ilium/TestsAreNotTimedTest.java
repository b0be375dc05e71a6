package org.ilium;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A test that measures time fails on a busy machine, and one that sleeps is slow on every other.
 * What happens some time later is waited for with Awaitility; how long things take is for the
 * benchmark.
 */
class TestsAreNotTimedTest {

    private static final Path TESTS = Path.of("src/test/java/org/ilium");

    private static final Pattern TIMED =
            Pattern.compile(
                    "\\bsleep\\(|\\bnanoTime\\(|\\bcurrentTimeMillis\\(|\\bparkNanos\\("
                            + "|\\bassertTimeout|@Timeout\\b");

    /** None of these decides by time whether a test passes. */
    private static final Set<String> NEEDS_TIME =
            Set.of(
                    "TestsAreNotTimedTest.java",
                    // they print how long a backup and a restore took
                    "backup/BackupAndRestoreTest.java",
                    "backup/DemoBackupTest.java",
                    // a relay that answers slowly, and a client that holds back after a refusal
                    "fixture/HangingRelay.java",
                    "process/BookingLoad.java",
                    // ends a round that would otherwise never end
                    "reviews/InvitationsTest.java",
                    // kills at a moment that differs each time
                    "shared/postgres/TakeOverTest.java");

    @Test
    void noTestSleepsOrReadsAStopwatch() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            List<String> timed =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> TIMED.matcher(text(file)).find())
                            .map(file -> TESTS.relativize(file).toString())
                            .toList();

            assertThat(timed).containsExactlyInAnyOrderElementsOf(NEEDS_TIME);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
