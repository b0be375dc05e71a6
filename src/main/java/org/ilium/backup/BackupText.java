package org.ilium.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ilium.backup.BackupTotals.SequenceState;
import org.ilium.backup.BackupTotals.TableTotal;

/**
 * The text inside a backup: its header and its totals as JSON in comments, and between them each
 * table's rows after a COPY statement, as PostgreSQL's own tools write and read them.
 */
final class BackupText {

    private static final String TITLE = "-- Ilium backup, format ";
    private static final String FORMAT = "1";
    private static final String COMMENT = "-- ";
    private static final String END_OF_ROWS = "\\.";

    /** PostgreSQL has no longer row. */
    private static final int LONGEST_LINE = 1 << 30;

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private BackupText() {}

    /** Where the rows come from. */
    interface Source {

        BackupHeader header();

        /** Writes the rows of a table, each with its line's end. */
        void rows(BackupTable table, OutputStream out) throws SQLException, IOException;

        /** After all rows. */
        List<SequenceState> sequences() throws SQLException;
    }

    /** Where the rows go. */
    interface Target {

        /** Whoever wants only to know that the backup is whole. */
        Target NONE = new Target() {};

        default void header(BackupHeader header) throws BackupException, SQLException {}

        default void begin(BackupTable table) throws SQLException {}

        /** One row with its line's end. */
        default void row(byte[] bytes, int length) throws SQLException {}

        default void end() throws SQLException {}
    }

    record Content(BackupHeader header, BackupTotals totals) {}

    static Content write(Source source, OutputStream out) throws SQLException, IOException {
        BackupHeader header = source.header();
        line(out, TITLE + FORMAT);
        line(out, COMMENT + JSON.writeValueAsString(header));
        Map<String, TableTotal> totals = new LinkedHashMap<>();
        for (BackupTable table : header.tables()) {
            line(out, table.copyFrom() + ";");
            Counting rows = new Counting(out);
            source.rows(table, rows);
            totals.put(table.name(), rows.total());
            line(out, END_OF_ROWS);
        }
        BackupTotals all = new BackupTotals(totals, source.sequences());
        line(out, COMMENT + JSON.writeValueAsString(all));
        return new Content(header, all);
    }

    private static void line(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Reads it whole, and fails unless every table holds the rows its total speaks of. */
    static Content read(InputStream in, Target target)
            throws IOException, SQLException, BackupException {
        Lines lines = new Lines(in);
        format(lines.next());
        BackupHeader header = json(lines.next(), BackupHeader.class);
        target.header(header);
        Map<String, TableTotal> found = new LinkedHashMap<>();
        for (BackupTable table : header.tables()) {
            if (!lines.next().equals(table.copyFrom() + ";")) {
                throw new DamagedBackupException("its tables are not where they should be");
            }
            found.put(table.name(), rows(table, lines, target));
        }
        BackupTotals totals = json(lines.next(), BackupTotals.class);
        if (!totals.tables().equals(found)) {
            throw new DamagedBackupException("its rows are not those that were counted");
        }
        if (lines.read()) {
            throw new DamagedBackupException("something follows its end");
        }
        return new Content(header, totals);
    }

    private static void format(String title) throws IOException, BackupException {
        if (!title.startsWith(TITLE)) {
            throw new DamagedBackupException("it does not begin as a backup does");
        }
        String format = title.substring(TITLE.length());
        if (!format.equals(FORMAT)) {
            throw new BackupException(
                    "The backup is written in format "
                            + format
                            + "; this Ilium reads format "
                            + FORMAT
                            + ". Use a newer Ilium.");
        }
    }

    private static TableTotal rows(BackupTable table, Lines lines, Target target)
            throws IOException, SQLException {
        target.begin(table);
        Counting counting = new Counting(OutputStream.nullOutputStream());
        while (true) {
            if (!lines.read()) {
                throw new DamagedBackupException("it is cut off");
            }
            if (lines.is(END_OF_ROWS)) {
                break;
            }
            counting.write(lines.bytes, 0, lines.length);
            target.row(lines.bytes, lines.length);
        }
        target.end();
        return counting.total();
    }

    private static <T> T json(String line, Class<T> type) throws IOException {
        if (!line.startsWith(COMMENT)) {
            throw new DamagedBackupException("a line of it is another");
        }
        try {
            return JSON.readValue(line.substring(COMMENT.length()), type);
        } catch (JsonProcessingException e) {
            throw new DamagedBackupException("a line of it cannot be read", e);
        }
    }

    /** Counts the rows that pass, and what they hash to. */
    static final class Counting extends OutputStream {

        private final OutputStream below;
        private final MessageDigest digest = Sealed.sha256();
        private long rows;

        Counting(OutputStream below) {
            this.below = below;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int i = from; i < from + length; i++) {
                if (bytes[i] == '\n') {
                    rows++;
                }
            }
            digest.update(bytes, from, length);
            below.write(bytes, from, length);
        }

        TableTotal total() {
            return new TableTotal(rows, HexFormat.of().formatHex(digest.digest()));
        }
    }

    /** Lines as bytes, one at a time, each with its end. */
    private static final class Lines {

        private final InputStream in;
        private final byte[] buffer = new byte[1 << 16];
        private int from;
        private int to;
        private byte[] bytes = new byte[1 << 12];
        private int length;

        Lines(InputStream in) {
            this.in = in;
        }

        /** False at the end. */
        boolean read() throws IOException {
            length = 0;
            while (true) {
                if (from == to) {
                    from = 0;
                    to = Math.max(in.read(buffer, 0, buffer.length), 0);
                    if (to == 0) {
                        break;
                    }
                }
                int end = from;
                while (end < to && buffer[end] != '\n') {
                    end++;
                }
                boolean whole = end < to;
                keep(whole ? end + 1 : end);
                if (whole) {
                    return true;
                }
            }
            if (length > 0) {
                throw new DamagedBackupException("it is cut off");
            }
            return false;
        }

        private void keep(int end) throws IOException {
            int more = end - from;
            if (length > LONGEST_LINE - more) {
                throw new DamagedBackupException("a line of it has no end");
            }
            if (length + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * length));
            }
            System.arraycopy(buffer, from, bytes, length, more);
            length += more;
            from = end;
        }

        boolean is(String line) {
            return length == line.length() + 1 && text().equals(line);
        }

        String next() throws IOException {
            if (!read()) {
                throw new DamagedBackupException("it is cut off");
            }
            return text();
        }

        private String text() {
            return new String(bytes, 0, length - 1, StandardCharsets.UTF_8);
        }
    }
}
