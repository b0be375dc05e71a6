package org.ilium.access;

import java.util.Collection;

/**
 * Words that everybody who knows the clinic would try in a password, such as its name; a module
 * above gives them.
 */
public interface GuessableWords {

    /** Names or whole lines, in any case. */
    Collection<String> guessable();
}
