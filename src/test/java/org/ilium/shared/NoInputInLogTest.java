package org.ilium.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class NoInputInLogTest {

    private static final String TYPED = "leaking since birth";

    @Test
    void ofAnExceptionTheLogHasWhereItWasThrownAndNoWordOfIt() {
        String said = cleared("io.some.library", "It failed", new Object[0], parsing());

        assertThat(said)
                .contains("It failed: java.time.format.DateTimeParseException in java.time")
                .contains("NoInputInLogTest.parsing:")
                .doesNotContain(TYPED)
                .hasLineCount(1);
    }

    @Test
    void theCausesAreNamedTooAndWhatPostgresCallsThem() {
        Throwable fault =
                new IllegalStateException(TYPED, new SQLException(TYPED, "23505", parsing()));

        assertThat(Whereabouts.of(fault))
                .contains("java.lang.IllegalStateException in org.ilium.shared.NoInputInLogTest")
                .contains("; caused by java.sql.SQLException [SQLSTATE 23505] in")
                .contains("; caused by java.time.format.DateTimeParseException")
                .doesNotContain(TYPED);
    }

    @Test
    void aCauseThatIsItsOwnCauseEnds() {
        IllegalStateException one = new IllegalStateException();
        one.initCause(new IllegalArgumentException(one));

        assertThat(Whereabouts.of(one)).containsOnlyOnce("caused by");
    }

    @Test
    void whatIsNoSqlStateIsNotSaid() {
        assertThat(Whereabouts.of(new SQLException("", TYPED))).doesNotContain(TYPED);
    }

    @Test
    void aLibrarysSentenceKeepsItsNumbersAndLosesItsTexts() {
        UUID id = UUID.randomUUID();

        assertThat(cleared("io.some.library", "%s: %d of %s", new Object[] {TYPED, 3, id}, null))
                .isEqualTo("…: 3 of " + id);
    }

    @Test
    void oursAreLeftAsTheyAre() {
        assertThat(cleared("org.ilium.fault", "Removed %s", new Object[] {"holds"}, null))
                .isEqualTo("Removed holds");
    }

    @Test
    void onceOpenTheStackTracesOfADatabaseThatIsAwayAreLeftToItsOwnLine() {
        NoInputInLog.begin();
        NoInputInLog filter = new NoInputInLog();
        LogRecord line = new LogRecord(Level.SEVERE, "Fault");
        assertThat(filter.isLoggable(line)).isTrue();

        line.setThrown(new IllegalStateException(new SQLException("", "23505")));
        assertThat(filter.isLoggable(line)).isTrue();

        line.setThrown(new IllegalStateException(new SQLException("", "08006")));
        assertThat(filter.isLoggable(line)).isFalse();
    }

    private static DateTimeParseException parsing() {
        try {
            throw new AssertionError(LocalDate.parse(TYPED));
        } catch (DateTimeParseException e) {
            return e;
        }
    }

    private static String cleared(
            String category, String sentence, Object[] told, Throwable thrown) {
        ExtLogRecord entry =
                new ExtLogRecord(
                        Level.SEVERE,
                        sentence,
                        FormatStyle.PRINTF,
                        NoInputInLogTest.class.getName());
        entry.setLoggerName(category);
        entry.setParameters(told);
        entry.setThrown(thrown);
        NoInputInLog.clear(entry);
        return new PatternFormatter("%s%e").format(entry);
    }
}
