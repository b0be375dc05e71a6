package org.ilium.messages;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.messages.OutboxClaims.Claim;
import org.ilium.shared.Every;
import org.ilium.shared.RegularTask;
import org.ilium.shared.RegularWork;
import org.ilium.shared.Whereabouts;
import org.ilium.shared.database.Trouble;
import org.jboss.logging.Logger;

/**
 * Sends what is due, a few letters at once. One that takes long steps aside: it is left to itself
 * and another takes its place, so that it holds up nobody but its own patient. What is sent to a
 * domain where a letter hangs, and what took long before, has a lane of its own.
 *
 * <p>Runs in every replica: claims keep them apart. A message leaves at least once; if it leaves
 * twice, as when the mail server's last word was not heard, both carry the same Message-ID.
 */
@Singleton
class OutboxWorker implements RegularTask {

    private static final Logger LOG = Logger.getLogger(OutboxWorker.class);

    private final OutboxClaims claims;
    private final MessageKinds kinds;
    private final MailSettings settings;
    private final OutboxPause pause;
    private final RegularWork work;
    private final Duration asideAfter;
    private final String every;

    private final Lane usual = new Lane(false, 4, 16);
    private final Lane slow = new Lane(true, 8, 8);
    private final Set<UnderWay> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService runners = Executors.newCachedThreadPool(threads("outbox"));
    private final ScheduledThreadPoolExecutor watches =
            new ScheduledThreadPoolExecutor(1, threads("outbox-watch"));

    OutboxWorker(
            OutboxClaims claims,
            MessageKinds kinds,
            MailSettings settings,
            OutboxPause pause,
            RegularWork work,
            @ConfigProperty(name = "ilium.mail.aside-after") Duration asideAfter,
            @ConfigProperty(name = "ilium.mail.every") String every) {
        this.claims = claims;
        this.kinds = kinds;
        this.settings = settings;
        this.pause = pause;
        this.work = work;
        this.asideAfter = asideAfter;
        this.every = every;
        watches.setKeepAliveTime(10, TimeUnit.SECONDS);
        watches.allowCoreThreadTimeOut(true);
        watches.setRemoveOnCancelPolicy(true);
    }

    private static ThreadFactory threads(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.setContextClassLoader(OutboxWorker.class.getClassLoader());
            return thread;
        };
    }

    void sayAtStart(@Observes StartupEvent start) {
        if (!settings.canSend()) {
            LOG.warn(
                    "No mail server is set up: messages wait in the outbox. Set"
                            + " QUARKUS_MAILER_HOST and QUARKUS_MAILER_FROM.");
        }
    }

    @Override
    public Optional<Duration> every() {
        return Every.of(every);
    }

    /** Begins what is due and waits for none of it. */
    @Override
    public void round() {
        settings.transport()
                .filter(way -> !pause.isOn())
                .ifPresent(
                        way -> {
                            showLife();
                            begin(new Round(way));
                        });
    }

    private void showLife() {
        Set<UUID> mine =
                underWay.stream().map(letter -> letter.claim.id()).collect(Collectors.toSet());
        if (!mine.isEmpty()) {
            claims.beat(mine);
        }
        claims.watch();
    }

    /**
     * Sends all that is due and waits until each letter has left, has failed or has stepped aside;
     * returns how many were taken up. When the program is stopping, what is left waits in the
     * outbox.
     */
    int sendDue(Transport transport) {
        claims.watch();
        Round round = new Round(transport);
        begin(round);
        return round.await();
    }

    /** Waits until nothing is under way, aside or not. */
    void awaitQuiet() {
        synchronized (underWay) {
            try {
                while (!underWay.isEmpty()) {
                    underWay.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void begin(Round round) {
        begin(usual, round);
        begin(slow, round);
    }

    private void begin(Lane lane, Round round) {
        if (!work.stopping() && lane.places.tryAcquire()) {
            round.enter();
            runners.execute(new Runner(lane, round));
        }
    }

    /** Letters of one kind that are sent at once, and how many of them may take long meanwhile. */
    private static final class Lane {
        final boolean slow;
        final Semaphore places;
        final Semaphore aside;

        Lane(boolean slow, int places, int aside) {
            this.slow = slow;
            this.places = new Semaphore(places);
            this.aside = new Semaphore(aside);
        }
    }

    /** One look through the outbox, with all who take part in it. */
    private static final class Round {
        final Transport transport;
        private int inside;
        private int taken;

        Round(Transport transport) {
            this.transport = transport;
        }

        synchronized void enter() {
            inside++;
        }

        synchronized void leave() {
            inside--;
            notifyAll();
        }

        synchronized void take() {
            taken++;
        }

        synchronized int await() {
            try {
                while (inside > 0) {
                    wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return taken;
        }
    }

    /** Sends letter after letter until none is due, or until one of its letters steps aside. */
    private final class Runner implements Runnable {
        private final Lane lane;
        private final Round round;
        private boolean gaveItsPlaceAway;

        Runner(Lane lane, Round round) {
            this.lane = lane;
            this.round = round;
        }

        @Override
        public void run() {
            try {
                pause.unlessPaused(() -> work.run(this::letters));
            } catch (RuntimeException e) {
                LOG.errorf(e, "The outbox could not be looked through; it is tried again soon");
            } finally {
                if (!gaveItsPlaceAway) {
                    lane.places.release();
                    round.leave();
                }
            }
        }

        private void letters() {
            Optional<Claim> claim = next();
            while (claim.isPresent() && !gaveItsPlaceAway) {
                round.take();
                if (claim.get().more()) {
                    begin(lane, round);
                }
                UnderWay letter = new UnderWay(claim.get(), lane, round);
                try {
                    handle(letter, round.transport);
                } finally {
                    gaveItsPlaceAway = letter.end();
                }
                claim = gaveItsPlaceAway ? Optional.empty() : next();
            }
        }

        private Optional<Claim> next() {
            return work.stopping() || pause.isOn()
                    ? Optional.empty()
                    : claims.next(lane.slow, hangingDomains());
        }
    }

    private Set<String> hangingDomains() {
        return underWay.stream()
                .filter(letter -> letter.tookLong)
                .map(letter -> letter.claim.domain())
                .collect(Collectors.toSet());
    }

    /** A letter that is being sent. */
    private final class UnderWay {
        private final Claim claim;
        private final Lane lane;
        private final Round round;
        private final Future<?> watch;
        private volatile boolean tookLong;
        private boolean aside;
        private boolean ended;

        UnderWay(Claim claim, Lane lane, Round round) {
            this.claim = claim;
            this.lane = lane;
            this.round = round;
            underWay.add(this);
            // again and again: there may be no room aside at first
            watch =
                    watches.scheduleWithFixedDelay(
                            this::takesLong,
                            asideAfter.toMillis(),
                            asideAfter.toMillis(),
                            TimeUnit.MILLISECONDS);
        }

        private synchronized void takesLong() {
            if (ended || aside) {
                return;
            }
            tookLong = true;
            if (lane.aside.tryAcquire()) {
                aside = true;
                lane.places.release();
                begin(round);
                round.leave();
            }
        }

        /** Whether it had stepped aside, so that its place is another's. */
        synchronized boolean end() {
            ended = true;
            watch.cancel(false);
            synchronized (underWay) {
                underWay.remove(this);
                underWay.notifyAll();
            }
            if (aside) {
                lane.aside.release();
            }
            return aside;
        }
    }

    private void handle(UnderWay letter, Transport transport) {
        Claim claim = letter.claim;
        if (claim.attempt() > Backoff.MOST_ATTEMPTS) {
            claims.notSent(claim, "Sending was broken off too often.", true, false);
            return;
        }
        MessageKind kind = claim.order().kind();
        Letters letters = kinds.letters(kind).orElse(null);
        if (letters == null) {
            LOG.errorf(
                    "Message %s is of the kind '%s', which nothing here writes",
                    claim.order().messageId(), kind.code());
            claims.notSent(
                    claim,
                    "Nothing here writes messages of the kind '" + kind.code() + "'.",
                    false,
                    false);
            return;
        }
        try {
            Composition composition = letters.write(claim.order());
            if (composition instanceof Composition.Ready ready) {
                transport.send(ready.letter());
                claims.sent(claim, ready.letter());
            } else if (composition instanceof Composition.Unneeded unneeded) {
                claims.skipped(claim, MailStatus.DROPPED, unneeded.why());
            } else if (composition instanceof Composition.Stopped stopped) {
                claims.stopped(claim, stopped.why());
            } else if (composition instanceof Composition.NoAddress) {
                claims.skipped(claim, MailStatus.NO_ADDRESS, "There is no usable address.");
            } else {
                claims.skipped(claim, MailStatus.PRINT_ONLY, "She wants it on paper.");
            }
        } catch (TransportException e) {
            LOG.warnf("Message %s was not sent: %s", claim.order().messageId(), e.getMessage());
            claims.notSent(claim, String.valueOf(e.getMessage()), e.permanent(), letter.tookLong);
        } catch (RuntimeException e) {
            if (Trouble.of(e) != null) {
                throw e;
            }
            LOG.errorf(
                    "Message %s could not be written: %s",
                    claim.order().messageId(), Whereabouts.of(e));
            claims.notSent(claim, "It could not be written; see the log.", false, letter.tookLong);
        }
    }
}
