package org.ilium.shared.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.AgroalDataSourceConfiguration.DataSourceImplementation;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether the database can be reached and written to. It asks when something went wrong, when
 * somebody wants to know, and several times a second until the trouble is over; so work goes on
 * within a second of that. Says in the log once a minute what is wrong.
 */
@Singleton
public class DatabaseWatch implements DatabaseState {

    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);

    static final Duration LOOKS_EVERY = Duration.ofMillis(250);

    /** A database that takes longer for the smallest question is as good as away. */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    /** Trying to write costs a full disk something. */
    private static final Duration TRIES_TO_WRITE_EVERY = Duration.ofSeconds(2);

    /**
     * Nothing of it stays. Larger than what a disk without room still takes here and there; the
     * name is one replica's.
     */
    private static final String TRY_TO_WRITE =
            """
            do $$ begin
              execute format('create table room_%s (filler text)', pg_backend_pid());
              execute format('alter table room_%s alter filler set storage plain',
                             pg_backend_pid());
              execute format('insert into room_%s select repeat(''x'', 4000)
                              from generate_series(1, 1000)', pg_backend_pid());
            end $$""";

    private static final String TOO_MANY_CONNECTIONS = "53300";

    private final AgroalDataSource source;

    /** A connection of its own for each question: how many of the pool are at work says nothing. */
    private final AgroalDataSource apart;

    private final DiskSpace disk;
    private final long reserve;
    private final ScheduledExecutorService clock = daemon("database-watch");
    private final ScheduledExecutorService asker = daemon("database-question");

    private final Tally awayTally =
            new Tally("The database answers again.", line -> LOG.warn(line));
    private final Tally busyTally = new Tally("Everybody is served again.", line -> LOG.warn(line));
    private final Tally readOnlyTally =
            new Tally("The database can be written to again.", line -> LOG.warn(line));

    private volatile boolean away;
    private volatile boolean full;
    private volatile boolean low;
    private volatile boolean suspect;

    private @Nullable CompletableFuture<Boolean> question;
    private long askedAt;
    private long triedToWriteAt;

    DatabaseWatch(
            AgroalDataSource source,
            @ConfigProperty(name = "ilium.built-in.folder") Optional<Path> folder,
            @ConfigProperty(name = "ilium.disk.reserve") MemorySize reserve) {
        this.source = source;
        this.apart = apart(source);
        this.reserve = reserve.asLongValue();
        this.disk = new DiskSpace(folder, this.reserve);
    }

    /** First of all: what the start writes may not find room either. */
    void begin(@Observes @Priority(1) StartupEvent start) {
        look();
        clock.scheduleWithFixedDelay(
                this::look, LOOKS_EVERY.toMillis(), LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void end(@Observes ShutdownEvent stop) {
        clock.shutdownNow();
        asker.shutdownNow();
        apart.close();
    }

    /** False while the database does not answer: what needs it is not worth a try. */
    public boolean answers() {
        return !away;
    }

    @Override
    public boolean mayWrite() {
        return !away && !full && !low;
    }

    /** Whether not even the small things that reading leaves behind find room. */
    public boolean isFull() {
        return full;
    }

    @Override
    public void met(Trouble trouble, Throwable thrown) {
        long now = System.nanoTime();
        String reason = Trouble.reason(thrown);
        switch (trouble) {
            case AWAY -> {
                awayTally.met("The database cannot be reached: " + reason + ".", now);
                suspect = true;
            }
            case BUSY -> {
                busy(reason);
                suspect = true;
            }
            case READ_ONLY -> {
                boolean refusedByPostgres = !reason.startsWith("writing");
                readOnlyTally.met("The database can only be read: " + reason + ".", now);
                full |= refusedByPostgres;
            }
        }
    }

    /** Somebody was turned away because too much is asked at once. */
    public void busy(String reason) {
        busyTally.met("Too much is asked at once: " + reason + ".", System.nanoTime());
    }

    /** Somebody was turned away because the database is known to be away. */
    public void turnedAway() {
        awayTally.met("The database cannot be reached.", System.nanoTime());
    }

    /** Asks now; the answer is there within two seconds, whatever hangs. */
    public CompletableFuture<Boolean> ask() {
        return question()
                .copy()
                .completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Why it cannot be used in full, in words without secrets; null when it can. */
    public @Nullable String wrong() {
        if (away) {
            return "The database does not answer";
        }
        if (low) {
            return "Less than " + reserve / 1024 / 1024 + " MB are free for the database";
        }
        return full ? "The database takes no changes" : null;
    }

    private void look() {
        try {
            long now = System.nanoTime();
            low = disk.isLow();
            if (low) {
                readOnlyTally.begin(
                        wrong() + ": it is only read from until there is room again.", now);
            }
            CompletableFuture<Boolean> asked = pending();
            if (asked != null && now - askedAt > PATIENCE.toNanos()) {
                gone("It does not answer in time.");
                // what is asked already would be waited for without end
                source.flush(AgroalDataSource.FlushMode.ALL);
            } else if (asked == null && (away || suspect)) {
                suspect = false;
                question();
            }
            if (full && !away && now - triedToWriteAt > TRIES_TO_WRITE_EVERY.toNanos()) {
                triedToWriteAt = now;
                asker.execute(this::tryToWrite);
            }
            boolean unsure = suspect || pending() != null;
            awayTally.tick(away || unsure, now);
            busyTally.tick(unsure, now);
            readOnlyTally.tick(full || low, now);
        } catch (RuntimeException e) {
            LOG.error("The database could not be watched", e);
        }
    }

    private synchronized @Nullable CompletableFuture<Boolean> pending() {
        return question == null || question.isDone() ? null : question;
    }

    private synchronized CompletableFuture<Boolean> question() {
        if (question == null || question.isDone()) {
            askedAt = System.nanoTime();
            question = CompletableFuture.supplyAsync(this::answersNow, asker);
        }
        return question;
    }

    private boolean answersNow() {
        try (Connection connection = apart.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            away = false;
            return true;
        } catch (SQLException e) {
            if (TOO_MANY_CONNECTIONS.equals(e.getSQLState())) {
                // those we have may be good
                away = false;
                return true;
            }
            gone(Trouble.reason(e) + ".");
            // all of the pool's connections may be broken, and the next ones need not be
            source.flush(AgroalDataSource.FlushMode.IDLE);
            return false;
        }
    }

    private void gone(String why) {
        away = true;
        awayTally.begin("The database cannot be reached: " + why, System.nanoTime());
    }

    private void tryToWrite() {
        try (Connection connection = apart.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(TRY_TO_WRITE);
                full = false;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            // one who may not make a table shall not be kept from writing by that
            full = Trouble.of(e) != null;
        }
    }

    private static AgroalDataSource apart(AgroalDataSource source) {
        AgroalConnectionFactoryConfiguration same =
                source.getConfiguration()
                        .connectionPoolConfiguration()
                        .connectionFactoryConfiguration();
        try {
            return AgroalDataSource.from(
                    new AgroalDataSourceConfigurationSupplier()
                            .dataSourceImplementation(DataSourceImplementation.AGROAL_POOLLESS)
                            .connectionPoolConfiguration(
                                    pool ->
                                            pool.maxSize(2)
                                                    .acquisitionTimeout(PATIENCE)
                                                    .connectionFactoryConfiguration(() -> same)));
        } catch (SQLException e) {
            throw new IllegalStateException("no connection is made yet", e);
        }
    }

    private static ScheduledExecutorService daemon(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
