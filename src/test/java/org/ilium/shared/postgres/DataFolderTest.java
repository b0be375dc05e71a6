package org.ilium.shared.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTest {

    @TempDir private Path temporary;
    private Path folder;

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectory(temporary.resolve("data"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "17", "19", "20"})
    void dataOfAnotherVersionIsRefusedWithAWay(String version) throws IOException {
        cluster("postgresql-" + version, version);

        assertRefused("postgresql-" + version);
    }

    @Test
    void dataOfAnotherVersionBesideOurOwnIsRefused() throws IOException {
        cluster("postgresql-18", "18");
        cluster("postgresql-17", "17");

        assertRefused("postgresql-17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "19", "9.6", ""})
    void dataThatSaysItIsOfAnotherVersionIsRefused(String version) throws IOException {
        cluster("postgresql-18", version);

        assertRefused("is of PostgreSQL " + version);
    }

    @Test
    void aFolderFullOfSomethingElseIsRefused() throws IOException {
        Path data = Files.createDirectory(folder.resolve("postgresql-18"));
        Files.writeString(data.resolve("base"), "");

        assertRefused("has no PG_VERSION");
    }

    @Test
    void ourOwnVersionAndAnEmptyFolderAreTaken() throws IOException {
        assertThat(DataFolder.open(folder).holdsData()).isFalse();
        Files.createDirectory(folder.resolve("postgresql-18"));
        assertThat(DataFolder.open(folder).holdsData()).isFalse();
        Files.writeString(folder.resolve("postgresql-18/PG_VERSION"), "18\n");
        assertThat(DataFolder.open(folder).holdsData()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxrwx", "rwxr-xr-x", "rwxr-x---", "rwx-----x"})
    void aFolderOpenToOthersIsClosed(String modes) throws IOException {
        cluster("postgresql-18", "18");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(modes));

        DataFolder.open(folder);

        assertThat(modes(folder)).isEqualTo("rwx------");
    }

    @Test
    void aFolderWithOtherThingsInItStaysOpenUnlessOthersMayWrite() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        DataFolder.open(folder);
        assertThat(modes(folder)).isEqualTo("rwxr-xr-x");

        for (String writable : List.of("rwxrwxr-x", "rwxr-xrwx")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(writable));
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("Others on this machine may write into the data folder");
        }
    }

    @Test
    void aNewFolderIsForItsOwnerAndSoAreThoseAboveIt() throws IOException {
        DataFolder.open(folder.resolve("a/b/c"));

        for (String made : List.of("a", "a/b", "a/b/c")) {
            assertThat(modes(folder.resolve(made))).isEqualTo("rwx------");
        }
    }

    @Test
    void theDemoAndAClinicHaveFoldersOfTheirOwn() {
        assertThat(BuiltInPostgres.folder(null, true)).endsWithRaw(Path.of(".ilium", "demo"));
        assertThat(BuiltInPostgres.folder(" ", false)).endsWithRaw(Path.of(".ilium", "clinic"));
        assertThat(BuiltInPostgres.folder(folder.toString(), true)).isEqualTo(folder);
    }

    private void assertRefused(String words) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<Path> before = content();

        assertThatThrownBy(() -> BuiltInPostgres.open(folder).close())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(words)
                .hasMessageContaining("Nothing was changed");

        assertThat(content()).isEqualTo(before);
        assertThat(modes(folder)).isEqualTo("rwxr-xr-x");
    }

    private List<Path> content() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new ArrayList<>(files.sorted().toList());
        }
    }

    private void cluster(String name, String version) throws IOException {
        Path data = Files.createDirectories(folder.resolve(name));
        Files.writeString(data.resolve("PG_VERSION"), version + "\n");
    }

    private static String modes(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
