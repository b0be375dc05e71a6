package org.ilium.booking.letters;

import java.nio.charset.StandardCharsets;

/**
 * Folds the lines of a calendar file so that none has more than 75 octets (RFC 5545, 3.1). The
 * library folds by UTF-16 units: it lets a line of accents grow longer, and parts an emoji.
 */
final class ContentLines {

    private static final int LONGEST = 75;

    private ContentLines() {}

    static String folded(String file) {
        StringBuilder folded = new StringBuilder(file.length() + file.length() / 50);
        int octets = 0;
        for (int i = 0; i < file.length(); ) {
            String letter = Character.toString(file.codePointAt(i));
            i += letter.length();
            boolean ends = letter.equals("\r") || letter.equals("\n");
            int more = ends ? 0 : letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LONGEST) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(letter);
            octets = ends ? 0 : octets + more;
        }
        return folded.toString();
    }
}
