package org.ilium.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.ilium.shared.database.DatabaseState;
import org.ilium.shared.database.Trouble;
import org.junit.jupiter.api.Test;

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
}
