package org.ilium.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.ilium.fixture.TestElapsedTime;

/**
 * The real timers, by a time that stands still unless a test lets it go by: tests share their
 * processors with browsers and other programs, and none is to be turned away for that.
 */
@Alternative
@Priority(1)
@Singleton
class TestLoopLag extends LoopLag {

    private final TestElapsedTime time;

    TestLoopLag() {
        this(new TestElapsedTime());
    }

    private TestLoopLag(TestElapsedTime time) {
        super(time);
        this.time = time;
        time.stop();
    }

    void pass(Duration passed) {
        time.pass(passed);
    }
}
