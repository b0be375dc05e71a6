package org.ilium.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Bytes with a last line that holds the SHA-256 of all before it: whatever was changed, lost or
 * added on the way is noticed, in what the compression does not look at too.
 */
final class Sealed {

    private static final String WORD = "\nsha256 ";
    private static final int SEAL = WORD.length() + 64 + 1;

    private Sealed() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] seal(MessageDigest digest) {
        return (WORD + HexFormat.of().formatHex(digest.digest()) + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Closing it sets the seal, and closes what is below. */
    static final class Output extends OutputStream {

        private final OutputStream below;
        private final MessageDigest digest = sha256();
        private boolean closed;

        Output(OutputStream below) {
            this.below = below;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            digest.update(bytes, from, length);
            below.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            below.flush();
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                try (below) {
                    below.write(seal(digest));
                }
            }
        }
    }

    /** Hands out what comes before the seal. */
    static final class Input extends InputStream {

        private final InputStream below;
        private final MessageDigest digest = sha256();
        private final byte[] buffer = new byte[1 << 16];
        private int from;
        private int to;

        Input(InputStream below) {
            this.below = below;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            fill();
            int count = Math.min(length, to - from - SEAL);
            if (count <= 0) {
                return -1;
            }
            digest.update(buffer, from, count);
            System.arraycopy(buffer, from, bytes, offset, count);
            from += count;
            return count;
        }

        private void fill() throws IOException {
            if (to - from > SEAL) {
                return;
            }
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
            int count = 0;
            while (to <= SEAL && count >= 0) {
                count = below.read(buffer, to, buffer.length - to);
                to += Math.max(count, 0);
            }
        }

        /** Reads what is left, then compares. */
        void check() throws IOException {
            transferTo(OutputStream.nullOutputStream());
            if (!Arrays.equals(Arrays.copyOfRange(buffer, from, to), seal(digest))) {
                throw new DamagedBackupException("its checksum does not fit its content");
            }
        }

        @Override
        public void close() throws IOException {
            below.close();
        }
    }
}
