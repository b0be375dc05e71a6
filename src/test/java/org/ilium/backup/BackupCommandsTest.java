package org.ilium.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupCommandsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"backup", "backup-check", "restore", "backup-key", "restore --as-it-was"})
    void aCommandWithoutItsFileIsToldWhatIsMissing(String line) {
        String command = line.split(" ")[0];

        assertThat(refused(line)).startsWith("\"" + command + "\" needs the name of one file.");
        assertThat(refused(line + " a b")).startsWith("\"" + command + "\" needs the name of one");
    }

    @Test
    void anUnknownCommandIsSaidToBeUnknown() {
        assertThat(refused("bakup file")).startsWith("Ilium does not know: bakup file");
        assertThat(refused("--bogus")).startsWith("Ilium does not know: --bogus");
    }

    private static String refused(String line) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(written, true, StandardCharsets.UTF_8);
        int code =
                BackupCommands.run(
                        line.split(" "), new PrintStream(new ByteArrayOutputStream()), err);
        assertThat(code).isEqualTo(2);
        return written.toString(StandardCharsets.UTF_8);
    }
}
