package org.ilium.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TroubleTest {

    @ParameterizedTest
    @ValueSource(strings = {"08000", "08001", "08003", "08004", "08006", "08007", "57P01", "57P02"})
    void aBrokenConnectionIsNoFault(String state) {
        assertThat(Trouble.of(new SQLException("SECRETname", state))).isEqualTo(Trouble.AWAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"57P03", "53300"})
    void aServerThatTakesNobodyIsAway(String state) {
        assertThat(Trouble.of(new SQLException("", state))).isEqualTo(Trouble.AWAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "53200", "58030", "25006"})
    void aFullDiskAndAStandbyCanBeRead(String state) {
        assertThat(Trouble.of(new SQLException("", state))).isEqualTo(Trouble.READ_ONLY);
    }

    /** Deadlock, constraint, syntax, cancelled, a transaction that is over: all the program's. */
    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001", "23505", "23P01", "42601", "57014", "25P02"})
    void everythingElseIsTheProgramsOwn(String state) {
        assertThat(Trouble.of(new SQLException("connection", state))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sorry, acquisition timeout!",
                "Acquisition timeout while waiting for new connection"
            })
    void aPoolWithoutAConnectionIsBusy(String words) {
        assertThat(Trouble.of(new SQLException(words))).isEqualTo(Trouble.BUSY);
    }

    /** The driver takes the end of the wait for a fault of its own. */
    @Test
    void aConnectionThatNobodyWaitsForAnyMoreIsAway() {
        SQLException given = new SQLException("Something unusual has occurred", "99999");
        assertThat(Trouble.of(given)).isNull();

        given.setStackTrace(
                new StackTraceElement[] {
                    new StackTraceElement("org.postgresql.Driver", "connect", "Driver.java", 321)
                });

        assertThat(Trouble.of(given)).isEqualTo(Trouble.AWAY);
    }

    @Test
    void itIsFoundWhereverItIsWrapped() {
        SQLException gone = new SQLException("SECRETname", "57P01");
        RollbackException rolledBack = new RollbackException("could not commit");
        XAException resource = new XAException(XAException.XA_RBROLLBACK);
        resource.initCause(gone);
        rolledBack.addSuppressed(resource);
        SQLException batch = new BatchUpdateException();
        batch.setNextException(gone);

        assertThat(Trouble.of(new IllegalStateException(rolledBack))).isEqualTo(Trouble.AWAY);
        assertThat(Trouble.of(new PersistenceException(batch))).isEqualTo(Trouble.AWAY);
    }

    @Test
    void causesThatGoInACircleEnd() {
        RuntimeException one = new IllegalStateException();
        RuntimeException other = new IllegalStateException(one);
        one.initCause(other);

        assertThat(Trouble.of(one)).isNull();
        assertThat(Trouble.of(null)).isNull();
    }

    @Test
    void theReasonSaysNothingOfWhatWasStored() {
        SQLException gone = new SQLException("SECRETname", "57P01");

        assertThat(Trouble.reason(new IllegalStateException(gone))).isEqualTo("SQLSTATE 57P01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into patient (id) values (?)",
                " UPDATE appointment set version = 2",
                "delete from staff_account",
                "with gone as (delete from appointment returning id) select id from gone",
                "with x as (select 1) insert into patient select * from x"
            })
    void whatWritesIsKnown(String sql) {
        assertThat(WriteGuard.writes(sql)).isTrue();
        assertThat(WriteGuard.isSmall(sql)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select updated_at from patient",
                "select id from patient for update",
                "with busy as (select id, deleted, update_note from a) select * from busy"
            })
    void whatOnlyReadsIsKnown(String sql) {
        assertThat(WriteGuard.writes(sql)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into audit_entry (id) values (?)",
                "update staff_session set last_seen_at = ?",
                "delete from staff_session where token_hash = ?"
            })
    void whatReadingAndLeavingWriteIsLetThrough(String sql) {
        assertThat(WriteGuard.isSmall(sql)).isTrue();
    }
}
