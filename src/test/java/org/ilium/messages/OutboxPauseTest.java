package org.ilium.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OutboxPauseTest {

    private final OutboxPause pause = new OutboxPause();
    private final List<String> done = new ArrayList<>();

    @Test
    void nothingIsSentDuringAPauseAndEverythingAfterIt() {
        pause.during(() -> CompletableFuture.runAsync(() -> send("during")).join());
        send("after");

        assertThat(done).containsExactly("after");
    }

    @Test
    void aPauseThatFailsEndsToo() {
        try {
            pause.during(
                    () -> {
                        throw new IllegalStateException("no demo");
                    });
        } catch (IllegalStateException expected) {
            done.add("failed");
        }
        send("after");

        assertThat(done).containsExactly("failed", "after");
    }

    private void send(String name) {
        pause.unlessPaused(() -> done.add(name));
    }
}
