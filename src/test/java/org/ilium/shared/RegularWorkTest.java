package org.ilium.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.ilium.shared.database.DatabaseState;
import org.ilium.shared.database.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegularWorkTest {

    private final Database database = new Database();
    private final RegularWork work = new RegularWork(database);

    @Test
    void whatHasBegunIsWaitedForAndIsTold() throws Exception {
        List<String> happened = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(1);
        Thread worker =
                new Thread(
                        () ->
                                work.run(
                                        () -> {
                                            begun.countDown();
                                            while (!work.stopping()) {
                                                Thread.onSpinWait();
                                            }
                                            happened.add("worked");
                                        }));
        worker.start();
        begun.await();

        work.stop(new ShutdownEvent());
        happened.add("stopped");
        worker.join();

        assertThat(happened).containsExactly("worked", "stopped");
    }

    @Test
    void nothingBeginsAfterTheStop() throws Exception {
        List<String> happened = new ArrayList<>();
        work.run(() -> happened.add("before"));

        work.stop(new ShutdownEvent());
        work.run(() -> happened.add("after"));

        assertThat(happened).containsExactly("before");
    }

    @Test
    void workThatFailsDoesNotHoldUpTheStop() throws Exception {
        try {
            work.run(
                    () -> {
                        throw new IllegalStateException("as it may");
                    });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("as it may");
        }

        work.stop(new ShutdownEvent());

        assertThat(work.stopping()).isTrue();
    }

    @Test
    void nothingBeginsWhileNothingCanBeSaved() {
        List<String> happened = new ArrayList<>();
        database.mayWrite = false;
        work.run(() -> happened.add("while it is full"));
        database.mayWrite = true;
        work.run(() -> happened.add("when there is room"));

        assertThat(happened).containsExactly("when there is room");
    }

    @Test
    void aDatabaseThatGoesAwayMeanwhileIsToldOfAndIsNoFaultOfTheWork() {
        work.run(
                () -> {
                    throw new IllegalStateException(new SQLException("gone", "08006"));
                });

        assertThat(database.met).containsExactly(Trouble.AWAY);
    }

    private static final class Database implements DatabaseState {

        private final List<Trouble> met = new ArrayList<>();
        private boolean mayWrite = true;

        @Override
        public boolean mayWrite() {
            return mayWrite;
        }

        @Override
        public void met(Trouble trouble, Throwable thrown) {
            met.add(trouble);
        }
    }

    /** A round that fails, and one that never ends, leave the others alone. */
    @Test
    void roundsComeAgainAndAgainWhateverOneOfThemDoes() throws Exception {
        CountDownLatch rounds = new CountDownLatch(5);
        CountDownLatch end = new CountDownLatch(1);
        RegularTask fails =
                task(
                        Optional.of(Duration.ofMillis(1)),
                        () -> {
                            rounds.countDown();
                            throw new IllegalStateException("as it may");
                        });
        RegularTask hangs = task(Optional.of(Duration.ofMillis(1)), () -> await(end));
        List<String> never = Collections.synchronizedList(new ArrayList<>());
        RegularTask off = task(Optional.empty(), () -> never.add("off"));

        work.begin(new StartupEvent(), List.of(hangs, fails, off));
        rounds.await();
        end.countDown();
        work.stop(new ShutdownEvent());

        assertThat(never).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1s,PT1S", "10S,PT10S", "1h,PT1H", "PT0.5S,PT0.5S", "off,", "OFF,"})
    void aSettingSaysHowOften(String setting, Duration every) {
        assertThat(Every.of(setting)).isEqualTo(Optional.ofNullable(every));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "soon", "PT-1S"})
    void whatIsNoPauseIsRefused(String setting) {
        assertThatThrownBy(() -> Every.of(setting)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RegularTask task(Optional<Duration> every, Runnable round) {
        return new RegularTask() {
            @Override
            public Optional<Duration> every() {
                return every;
            }

            @Override
            public void round() {
                round.run();
            }
        };
    }
}
