package org.ilium.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** Tells percent-encoded text that can be decoded from what cannot, without decoding it. */
final class PercentCoding {

    private static final int HEX = 16;

    private PercentCoding() {}

    /** Whether it is ASCII throughout, every % is followed by two digits, and all is of charset. */
    static boolean isWhole(byte[] coded, Charset charset) {
        byte[] bytes = new byte[coded.length];
        int length = 0;
        for (int i = 0; i < coded.length; i++) {
            if (coded[i] < 0) {
                return false;
            }
            if (coded[i] == '%') {
                int high = i + 2 < coded.length ? Character.digit(coded[i + 1], HEX) : -1;
                int low = i + 2 < coded.length ? Character.digit(coded[i + 2], HEX) : -1;
                if (high < 0 || low < 0) {
                    return false;
                }
                bytes[length++] = (byte) (high * HEX + low);
                i += 2;
            } else {
                bytes[length++] = coded[i];
            }
        }
        return isText(bytes, length, charset);
    }

    private static boolean isText(byte[] bytes, int length, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
