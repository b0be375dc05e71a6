package org.ilium.desk;

/**
 * Numbers as classes of the style sheet, a class for each digit: where something stands on the
 * board is data, and a style attribute would have the browser trust everything that looks like one.
 */
final class Digits {

    /** What the board has to tell the style sheet; the letters are those of desk.css. */
    enum Of {
        FROM('f'),
        LONG('l'),
        TAIL('t'),
        LANE('n'),
        LANES('s'),
        MINUTES('m'),
        COLUMNS('c');

        private final char letter;

        Of(char letter) {
            this.letter = letter;
        }
    }

    /** Thirty hours of minutes, more than any day has. */
    static final int MOST = 1999;

    private Digits() {}

    /** The classes for a number from 0 to {@value #MOST}, which it is brought to. */
    static String of(Of what, int number) {
        int shown = Math.max(0, Math.min(MOST, number));
        return name(what, 'h', shown / 100)
                + ' '
                + name(what, 't', shown / 10 % 10)
                + ' '
                + name(what, 'o', shown % 10);
    }

    private static String name(Of what, char digit, int value) {
        return "" + what.letter + digit + value;
    }
}
