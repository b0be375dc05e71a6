package org.ilium.access;

import java.time.Duration;

/** What came of trying a password. */
public sealed interface SignInOutcome {

    /** It was right; {@code browserToken} is to be left in the browser, which it makes known. */
    record Opened(OpenedSession session, String browserToken) implements SignInOutcome {

        @Override
        public String toString() {
            return "Opened";
        }
    }

    /** These do not open an account. */
    record Refused() implements SignInOutcome {}

    /** Too many wrong tries came before; the password was not looked at. */
    record TooSoon(Duration remaining) implements SignInOutcome {}
}
