package org.ilium.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.ilium.backup.BackupText.Content;
import org.ilium.backup.Restore.Restored;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Everything a database may hold goes through a file and comes back, or nothing does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupAndRestoreTest {

    private static final MigrationVersion OLDER = MigrationVersion.fromVersion("018");
    private static final MigrationVersion ODD = MigrationVersion.fromVersion("900");

    private static final List<String> ODD_TEXTS =
            List.of(
                    "",
                    "\\.",
                    "\\N",
                    "\\",
                    "\\\\.",
                    "\\x00",
                    "tab\tand line\nand\r\nboth\\n",
                    " \u0001\u001f\u007f\u0085\u00a0\u2028 ",
                    "Zoë Ünïcödé 👩🏽‍🍼 e\u0301 \ufffd \u202e",
                    "'quotes' \"double\" $$dollars$$ ; drop table patient; --",
                    "-- {\"tables\":{}}",
                    "COPY \"patient\" (\"id\") FROM stdin;",
                    "null",
                    "NULL",
                    "x".repeat(200_000));

    private SpareServer server;
    private Migrations program;
    private Migrations laterProgram;
    private Database clinic;
    private Database oddClinic;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path migrations) throws Exception {
        server = new SpareServer();
        program = new Migrations();
        try (InputStream odd =
                BackupAndRestoreTest.class.getResourceAsStream("/odd-migration.sql")) {
            Files.copy(odd, migrations.resolve("V900__odd.sql"));
        }
        laterProgram = new Migrations("classpath:db/migration", "filesystem:" + migrations);
        clinic = server.newDatabase();
        program.build(clinic, MigrationVersion.LATEST);
        try (Connection connection = clinic.connect()) {
            SpareServer.execute(connection, PATIENT.formatted("Demo", "Kit"));
        }
        oddClinic = server.newDatabase();
        laterProgram.build(oddClinic, ODD);
        try (Connection connection = oddClinic.connect()) {
            SpareServer.execute(connection, PATIENT.formatted("Demo", "Kit"));
            SpareServer.execute(connection, LIVELY);
            fill(connection);
        }
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void folder(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyRowOfEveryKindComesBackAndWhatWatchesOverThemToo() throws Exception {
        Database source = oddClinic();

        for (boolean encrypted : new boolean[] {false, true}) {
            Path file = folder.resolve("clinic-" + encrypted + ".backup");
            long begun = System.nanoTime();
            Path secret = folder.resolve("secret-" + encrypted);
            List<RecipientStanzaWriter> recipients =
                    encrypted ? BackupKeys.recipients(BackupKeys.make(secret)) : List.of();
            List<RecipientStanzaReader> secrets =
                    encrypted ? BackupKeys.secrets(secret) : List.of();
            new Backup(() -> source).to(file, recipients, List.of());
            long written = System.nanoTime();
            Database target = server.newDatabase();
            Restored restored =
                    new Restore(() -> target, laterProgram, false).from(file, secrets, true);
            System.out.printf(
                    "%,d rows, %,d bytes, encrypted %s: backup %d ms, restore %d ms%n",
                    restored.content().totals().rows(),
                    Files.size(file),
                    encrypted,
                    (written - begun) / 1_000_000,
                    (System.nanoTime() - written) / 1_000_000);

            try (Connection before = source.connect();
                    Connection after = target.connect()) {
                SpareServer.forgetTheRestore(after);
                assertThat(SpareServer.rows(after)).isEqualTo(SpareServer.rows(before));
                assertThat(SpareServer.structure(after))
                        .filteredOn(line -> !line.startsWith("audit_entry_id_seq"))
                        .isEqualTo(
                                SpareServer.structure(before).stream()
                                        .filter(line -> !line.startsWith("audit_entry_id_seq"))
                                        .toList());
                assertThat(SpareServer.rows(after)).containsKeys("\"Odd \"\"Table\"", "patient");
            }
        }
    }

    @Test
    void whatCameBackGoesOnWhereItWas() throws Exception {
        Database source = oddClinic();
        Database target = restored(backup(source), laterProgram, true);

        try (Connection after = target.connect()) {
            SpareServer.execute(
                    after, "insert into \"Odd \"\"Table\" (\"Select\") values ('next')");
            assertThat(SpareServer.strings(after, "select nextval('loose')"))
                    .containsExactly("102");
            assertThatThrownBy(() -> SpareServer.execute(after, "delete from watched"))
                    .hasMessageContaining("never changed or removed");
            assertThatThrownBy(
                            () -> SpareServer.execute(after, "insert into cycle_b values (77, 78)"))
                    .hasMessageContaining("foreign key");
        }
    }

    @Test
    void aBackupFromBeforeAMigrationIsLoadedAndMigratesOn() throws Exception {
        Database source = server.newDatabase();
        program.build(source, OLDER);
        try (Connection connection = source.connect()) {
            SpareServer.execute(connection, PATIENT.formatted("Ana", "Older"));
            SpareServer.execute(
                    connection,
                    """
                    insert into outbox_message (id, kind, subject_id, status, send_after, created_at,
                            claim_id, claimed_until)
                        values (gen_random_uuid(), 'plan', gen_random_uuid(), 'queued', now(), now(),
                                gen_random_uuid(), now())
                    """);
        }

        Database target = restored(backup(source), program, false);

        try (Connection after = target.connect()) {
            assertThat(new Catalog(after).schemaVersion()).contains("018");
            assertThat(SpareServer.strings(after, "select family_name from patient"))
                    .containsExactly("Older");
            assertThat(SpareServer.strings(after, "select status from outbox_message"))
                    .containsExactly("failed");
        }
        program.build(target, MigrationVersion.LATEST);
        try (Connection after = target.connect()) {
            assertThat(SpareServer.strings(after, "select word from name_word order by word"))
                    .containsExactly("ana", "older");
        }
    }

    @Test
    void aBackupOfANewerSchemaIsRefused() throws Exception {
        Path file = backup(oddClinic());
        Database target = server.newDatabase();

        assertThatThrownBy(
                        () -> new Restore(() -> target, program, false).from(file, List.of(), true))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("newer Ilium");
        assertUntouched(target);
    }

    @Test
    void whateverIsInADatabaseIsNeverOverwritten() throws Exception {
        Path file = backup(clinic());
        for (String there :
                List.of(
                        "create table notes_of_somebody (t text)",
                        "create view v as select 1 as one",
                        "create sequence s")) {
            Database target = server.newDatabase();
            try (Connection connection = target.connect()) {
                SpareServer.execute(connection, there);
            }
            assertRefused(target, file, "is not empty");
        }
        for (String row :
                List.of(
                        PATIENT.formatted("Is", "There"),
                        "insert into demo_marker (loaded_at) values (now())",
                        "insert into setup_link values ('\\x01', null, now(), now(), null)")) {
            Database target = server.newDatabase();
            program.build(target, MigrationVersion.LATEST);
            try (Connection connection = target.connect()) {
                SpareServer.execute(connection, row);
                Map<String, String> before = SpareServer.rows(connection);
                connection.close();
                assertRefused(target, file, "is not empty");
                try (Connection after = target.connect()) {
                    assertThat(SpareServer.rows(after)).isEqualTo(before);
                }
            }
        }
    }

    @Test
    void aRestoreWhileSomebodyUsesTheDatabaseIsRefused() throws Exception {
        Path file = backup(clinic());
        Database target = server.newDatabase();

        try (Connection used = target.connect()) {
            assertThat(used.isValid(5)).isTrue();
            assertRefused(target, file, "is in use");
        }
        assertUntouched(target);
    }

    @Test
    void aRestoreThatFailsLeavesNoRowAndCanBeTriedAgain() throws Exception {
        Database torn = clinic();
        try (Connection superuser = server.asSuperuser(torn)) {
            SpareServer.execute(superuser, "set session_replication_role = replica");
            SpareServer.execute(
                    superuser, "insert into staff_role values (gen_random_uuid(), 'therapist')");
        }
        Database grown = clinic();
        try (Connection connection = grown.connect()) {
            SpareServer.execute(connection, "create table added_by_hand (t text)");
        }
        Path whole = backup(clinic());
        for (Path bad : List.of(backup(torn), backup(grown))) {
            Database target = server.newDatabase();

            assertThatThrownBy(
                            () ->
                                    new Restore(() -> target, program, false)
                                            .from(bad, List.of(), true))
                    .isInstanceOf(BackupException.class);

            try (Connection after = target.connect()) {
                assertThat(SpareServer.rows(after).values()).allMatch(row -> row.startsWith("0 "));
            }
            new Restore(() -> target, program, false).from(whole, List.of(), true);
            try (Connection after = target.connect()) {
                assertThat(SpareServer.strings(after, "select family_name from patient"))
                        .containsExactly("Kit");
            }
        }
    }

    @Test
    void aBackupIsOfOneMomentWhileOthersWrite() throws Exception {
        Database source = oddClinic();
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch writing = new CountDownLatch(1);
        CompletableFuture<Integer> writer =
                CompletableFuture.supplyAsync(
                        () -> {
                            int written = 0;
                            try (Connection connection = source.connect()) {
                                connection.setAutoCommit(false);
                                while (!enough.get()) {
                                    int id = 1000 + written++;
                                    SpareServer.execute(
                                            connection, "insert into cycle_a values (" + id + ")");
                                    SpareServer.execute(
                                            connection,
                                            "insert into cycle_b values (" + id + "," + id + ")");
                                    SpareServer.execute(
                                            connection,
                                            "insert into nobody_yet values (" + id + ")");
                                    connection.commit();
                                    writing.countDown();
                                }
                            } catch (SQLException | BackupException e) {
                                writing.countDown();
                                throw new IllegalStateException(e);
                            }
                            return written;
                        });
        writing.await();
        Content content;
        try {
            content =
                    new Backup(() -> source)
                            .to(folder.resolve("moving.backup"), List.of(), List.of());
        } finally {
            enough.set(true);
        }
        assertThat(writer.join()).isPositive();

        long a = content.totals().tables().get("cycle_a").rows();
        assertThat(a).isGreaterThan(2);
        assertThat(content.totals().tables().get("cycle_b").rows()).isEqualTo(a);
        assertThat(content.totals().tables().get("nobody_yet").rows()).isEqualTo(a - 2);
    }

    @Test
    void whatWasChangedLostOrAddedIsNoticed() throws Exception {
        Path plain = backup(clinic());
        Path secret = folder.resolve("secret");
        List<RecipientStanzaWriter> recipients = BackupKeys.recipients(BackupKeys.make(secret));
        List<RecipientStanzaReader> secrets = BackupKeys.secrets(secret);
        Path encrypted = folder.resolve("encrypted.backup");
        Database source = clinic();
        new Backup(() -> source).to(encrypted, recipients, List.of());
        long seed = 20_261_128;
        Random random = new Random(seed);
        System.out.println("seed " + seed);

        for (Path file : List.of(plain, encrypted)) {
            byte[] good = Files.readAllBytes(file);
            assertThat(BackupFile.read(file, secrets, BackupText.Target.NONE)).isNotNull();
            Path damaged = folder.resolve("damaged");
            IntStream positions =
                    IntStream.concat(
                            IntStream.range(0, 200),
                            IntStream.concat(
                                    random.ints(120, 0, good.length),
                                    IntStream.range(good.length - 100, good.length)));
            for (int at : positions.toArray()) {
                byte[] bytes = good.clone();
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                assertNoticed(damaged, bytes, secrets, "bit flipped at " + at);
            }
            for (int length :
                    IntStream.concat(
                                    random.ints(40, 0, good.length),
                                    IntStream.of(0, 1, 2, 40, 72, 73, 74, good.length - 1))
                            .toArray()) {
                assertNoticed(damaged, Arrays.copyOf(good, length), secrets, "cut at " + length);
            }
            for (int more : new int[] {1, 2, 16, 73, 65_536}) {
                byte[] longer = Arrays.copyOf(good, good.length + more);
                assertNoticed(damaged, longer, secrets, more + " zeros added");
                System.arraycopy(good, 0, longer, good.length, Math.min(more, good.length));
                assertNoticed(damaged, longer, secrets, more + " of its own bytes added");
            }
        }
    }

    private static void assertNoticed(
            Path file, byte[] bytes, List<RecipientStanzaReader> secrets, String what)
            throws IOException {
        Files.write(file, bytes);
        assertThatThrownBy(() -> BackupFile.read(file, secrets, BackupText.Target.NONE))
                .as(what)
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aDamagedFileOrAWrongKeyChangesNothing() throws Exception {
        Database source = clinic();
        Path mine = folder.resolve("mine");
        Path other = folder.resolve("other");
        Path encrypted = folder.resolve("encrypted.backup");
        new Backup(() -> source)
                .to(encrypted, BackupKeys.recipients(BackupKeys.make(mine)), List.of());
        BackupKeys.make(other);
        Path plain = backup(source);
        byte[] bytes = Files.readAllBytes(plain);
        bytes[bytes.length / 2] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.backup"), bytes);
        Path none = Files.writeString(folder.resolve("letter.txt"), "Dear all,\n");
        Place notAsked =
                () -> {
                    throw new AssertionError("the database was touched");
                };

        Restore restore = new Restore(notAsked, program, false);
        assertThatThrownBy(() -> restore.from(encrypted, List.of(), true))
                .hasMessageContaining("is encrypted")
                .hasMessageContaining("ILIUM_BACKUP_KEY_FILE");
        assertThatThrownBy(() -> restore.from(encrypted, BackupKeys.secrets(other), true))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("not opened by this secret key");
        assertThatThrownBy(() -> restore.from(damaged, List.of(), true))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("damaged");
        assertThatThrownBy(() -> restore.from(none, List.of(), true))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("no backup of Ilium");
        assertThatThrownBy(() -> restore.from(folder.resolve("missing"), List.of(), true))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("there is no");
        assertThatThrownBy(() -> restore.from(folder, List.of(), true))
                .isInstanceOf(BackupException.class);
    }

    @Test
    void anEncryptedBackupShowsNothingOfWhatIsInIt() throws Exception {
        Database source = clinic();
        Path secret = folder.resolve("secret");
        Path encrypted = folder.resolve("encrypted.backup");
        String recipient = BackupKeys.make(secret);

        new Backup(() -> source).to(encrypted, BackupKeys.recipients(recipient), List.of());

        assertThat(Files.readString(encrypted, StandardCharsets.ISO_8859_1))
                .startsWith("age-encryption.org/v1\n-> X25519 ")
                .doesNotContain("Kit", "COPY", "patient");
        assertOwnersEyesOnly(encrypted);
        assertOwnersEyesOnly(secret);
        assertThatThrownBy(() -> BackupKeys.make(secret)).hasMessageContaining("there already");
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        for (String wrong :
                List.of("age1", "age1qqqq", "AGE-SECRET-KEY-1QQ", "ssh-ed25519 AAAA", "ü")) {
            assertThatThrownBy(() -> BackupKeys.recipients(wrong))
                    .as(wrong)
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("ILIUM_BACKUP_RECIPIENT");
        }
    }

    @Test
    void aFileThatIsThereStaysAndAFailureLeavesNone() throws Exception {
        Database source = clinic();
        Path there = Files.writeString(folder.resolve("there"), "somebody's");
        Database empty = server.newDatabase();
        Backup backup = new Backup(() -> source);

        assertThatThrownBy(() -> backup.to(there, List.of(), List.of()))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("there already");
        assertThat(there).hasContent("somebody's");
        assertThatThrownBy(() -> backup.to(folder.resolve("no/folder"), List.of(), List.of()))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("There is no folder");
        assertThatThrownBy(
                        () ->
                                new Backup(() -> empty)
                                        .to(folder.resolve("empty"), List.of(), List.of()))
                .hasMessageContaining("There is no Ilium in the database");
        try (Connection superuser = server.asSuperuser(source)) {
            SpareServer.execute(superuser, "alter table patient owner to postgres");
        }
        assertThatThrownBy(() -> backup.to(folder.resolve("partly"), List.of(), List.of()))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("permission denied");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(there);
        }
    }

    @Test
    void whatABackupCannotCarryIsSaidInsteadOfForgotten() throws Exception {
        Database source = clinic();
        try (Connection connection = source.connect()) {
            SpareServer.execute(
                    connection, "create materialized view busy as select count(*) from patient");
        }

        assertThatThrownBy(() -> backup(source))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("busy");
    }

    @Test
    void whatMayHaveHappenedSinceIsNotDoneAgain() throws Exception {
        Database source = clinic();
        try (Connection connection = source.connect()) {
            SpareServer.execute(connection, LIVELY);
        }
        Path file = backup(source);
        Database asItWas = restored(file, program, true);
        Database careful = server.newDatabase();

        List<String> said =
                new Restore(() -> careful, program, false)
                        .from(file, List.of(), false)
                        .precautions();

        assertThat(said)
                .hasSize(4)
                .anyMatch(line -> line.startsWith("2 waiting messages"))
                .anyMatch(line -> line.startsWith("1 reviews"))
                .anyMatch(line -> line.startsWith("1 invitations"))
                .anyMatch(line -> line.startsWith("1 sessions"));
        String state =
                """
                select concat_ws(' ',
                    (select string_agg(status, ',' order by created_at, status) from outbox_message),
                    (select count(*) from outbox_message where claim_id is not null),
                    (select string_agg(status, ',') from review),
                    (select count(*) from setup_link where used_at is null and expires_at > now()),
                    (select count(*) from staff_session))""";
        try (Connection was = asItWas.connect();
                Connection is = careful.connect()) {
            assertThat(SpareServer.strings(was, state))
                    .containsExactly("deferred,queued,sent 1 shown 1 1");
            assertThat(SpareServer.strings(is, state))
                    .containsExactly("failed,failed,sent 0 written 0 0");
            assertThat(SpareServer.strings(is, "select actor || action || entity from audit_entry"))
                    .containsExactly("systemrestoredatabase");
        }
    }

    @Test
    void theDemoAndAClinicAreNotTakenForEachOther() throws Exception {
        Database demo = clinic();
        try (Connection connection = demo.connect()) {
            SpareServer.execute(connection, "insert into demo_marker (loaded_at) values (now())");
        }
        Path ofDemo = backup(demo);
        Path ofClinic = backup(clinic());
        Database target = server.newDatabase();

        assertThatThrownBy(
                        () ->
                                new Restore(() -> target, program, false)
                                        .from(ofDemo, List.of(), true))
                .hasMessageContaining("ILIUM_DEMO=true");
        assertThatThrownBy(
                        () ->
                                new Restore(() -> target, program, true)
                                        .from(ofClinic, List.of(), true))
                .hasMessageContaining("a real clinic");
        assertUntouched(target);
        new Restore(() -> target, program, true).from(ofDemo, List.of(), true);
    }

    private static final String PATIENT =
            "insert into patient (id, given_name, family_name, created_at)"
                    + " values (gen_random_uuid(), '%s', '%s', now())";

    /** A clinic where mail waits, a review is shown, somebody is invited and somebody signed in. */
    private static final String LIVELY =
            """
            insert into staff_account (id, email, display_name, created_at)
                values ('00000000-0000-0000-0000-000000000001', 'a@b.example', 'A', now());
            insert into staff_session (token_hash, account_id, created_at, last_seen_at, expires_at, id)
                values ('\\x01', '00000000-0000-0000-0000-000000000001', now(), now(),
                        now() + interval '1 day', gen_random_uuid());
            insert into setup_link values
                ('\\x01', '00000000-0000-0000-0000-000000000001', now(), now() + interval '1 day', null),
                ('\\x02', '00000000-0000-0000-0000-000000000001', now(), now() + interval '1 day', now());
            insert into outbox_message (id, kind, subject_id, status, send_after, created_at, sent_at,
                    claim_id)
                values (gen_random_uuid(), 'plan', gen_random_uuid(), 'queued', now(), now(), null,
                        null),
                       (gen_random_uuid(), 'plan', gen_random_uuid(), 'deferred', now(), now(), null,
                        gen_random_uuid()),
                       (gen_random_uuid(), 'plan', gen_random_uuid(), 'sent', now(), now(), now(),
                        null);
            insert into practitioner (id, display_name)
                values ('00000000-0000-0000-0000-000000000002', 'P');
            insert into service (id, slug, name, length_min, mode)
                values ('00000000-0000-0000-0000-000000000003', 's', 'S', 30, 'phone');
            insert into appointment (id, practitioner_id, service_id, patient_id, status, starts, ends,
                    busy_starts, busy_ends, mode, booked_via, created_at, updated_at)
                select '00000000-0000-0000-0000-000000000004', '00000000-0000-0000-0000-000000000002',
                       '00000000-0000-0000-0000-000000000003', id, 'completed', now(),
                       now() + interval '30 min', now(), now() + interval '30 min', 'phone', 'staff',
                       now(), now() from patient;
            insert into review_invitation (id, appointment_id, patient_id, practitioner_id,
                    practitioner_name, visit_month, due_at, asked_at)
                select '00000000-0000-0000-0000-000000000005', '00000000-0000-0000-0000-000000000004',
                       id, '00000000-0000-0000-0000-000000000002', 'P', '2026-11-01', now(), now()
                  from patient;
            insert into review (id, invitation_id, rating, text, written_at, practitioner_id,
                    visit_month, demo)
                values ('00000000-0000-0000-0000-000000000006', '00000000-0000-0000-0000-000000000005',
                        5, 'Good', now(), '00000000-0000-0000-0000-000000000002', '2026-11-01', false);
            insert into review_authorization (id, review_id, shown_text, shown_rating, name_style,
                    shown_name, terms_version, terms_text, signature, signed_at, expires_on)
                values ('00000000-0000-0000-0000-000000000007', '00000000-0000-0000-0000-000000000006',
                        'Good', 5, 'anonymous', 'A', '1', 'T', 'Sig', now(), '2030-01-01');
            update review set status = 'shown', shown_under = '00000000-0000-0000-0000-000000000007';
            """;

    /** As this program makes it, with one patient. */
    private Database clinic() throws SQLException {
        return server.copyOf(clinic);
    }

    /** As a later program might make it, full of values that are easily lost. */
    private Database oddClinic() throws SQLException {
        return server.copyOf(oddClinic);
    }

    private static void fill(Connection connection) throws SQLException {
        SpareServer.execute(
                connection,
                """
                insert into "Odd ""Table" (bytes, document, raw, span, spans, days, at, local, tod, todz,
                    day, wait, num, f, r, flag, tags, grid, mood, short, two, addr, bits, fixed)
                values
                ('\\x00ff5c2e0a', '{"b": [1, null, "\\\\.\\n"], "a": 1.50}', '{"b":1, "b":2 }',
                 '[2026-01-01,)', '{[2026-01-01,2026-02-01),[2026-03-01,)}', 'empty', 'infinity',
                 '-infinity', '24:00', '23:59:59.999999+14', '4713-01-01 BC', '-1 mon +2 days -03:00:00.5',
                 'NaN', 'NaN', '-Infinity', true, '{"", NULL, "a,b", "\\\\", "\\"q\\""}',
                 '{{1,NULL},{3,4}}', 'high', '', '(,"x ""y"" (z)")', '::1/64', B'', 'a'),
                ('', '[]', ' {} ', '(,)', '{}', '(,2026-01-01]', '2026-11-01 01:30:00.000001-05',
                 '0001-01-01 00:00:00', '00:00', '00:00-15:59', 'infinity', 'P1Y', 1e-300, 5e-324, 1.1754944e-38,
                 false, '{}', '{}', 'low', 'é', '(1,)', '10.0.0.1', B'0101', 'ab'),
                (null, 'null', 'null', null, null, null, null, null, null, null, null, null,
                 123456789012345678901234567890.1234567890, 0.1, 0.1, null, null, null, null, null, null,
                 null, null, null);
                update "Odd ""Table" set parent = 4 - id;
                insert into no_key values ('same', 1), ('same', 1), (null, null), ('', 0);
                insert into text_key values ('a', 'A'), ('B', 'b'), ('ä', ''), ('_', null), ('', ''),
                    ('e\\u0301', 'combined'), ('-a', ''), ('a b', ''), ('ab', ''), ('A', '');
                insert into two_key values (1, 'b'), (2, 'a'), (1, 'a'), (-1, 'Z');
                insert into cycle_a values (1, null), (2, null);
                insert into cycle_b values (1, 2), (2, 1);
                update cycle_a set b = id;
                insert into parted values (1, 'eu'), (2, 'us'), (3, 'eu');
                update seeded set word = 'changed' where id = 2;
                delete from seeded where id = 1;
                insert into seeded values (3, 'new');
                insert into watched values (1, 'once'), (2, 'twice');
                insert into position_of values (1, 2), (2, 1);
                select nextval('loose'), nextval('loose');
                """);
        try (PreparedStatement odd =
                connection.prepareStatement(
                        "insert into \"Odd \"\"Table\" (\"Select\", document) values (?, to_jsonb(?))")) {
            for (String text : ODD_TEXTS) {
                odd.setString(1, text);
                odd.setString(2, text);
                odd.executeUpdate();
            }
        }
        try (PreparedStatement note =
                connection.prepareStatement(
                        "insert into patient (id, given_name, family_name, note, created_at)"
                                + " values (gen_random_uuid(), ?, ?, ?, now())")) {
            for (String text : ODD_TEXTS) {
                String name = text.isEmpty() ? "-" : text.substring(0, Math.min(80, text.length()));
                note.setString(1, name);
                note.setString(2, name);
                note.setString(3, text.substring(0, Math.min(4000, text.length())));
                note.executeUpdate();
            }
        }
    }

    private Path backup(Database source) throws BackupException {
        Path file = folder.resolve(UUID.randomUUID() + ".backup");
        new Backup(() -> source).to(file, List.of(), List.of());
        assertOwnersEyesOnly(file);
        return file;
    }

    private Database restored(Path file, Migrations by, boolean asItWas) throws Exception {
        Database target = server.newDatabase();
        new Restore(() -> target, by, false).from(file, List.of(), asItWas);
        return target;
    }

    private static void assertOwnersEyesOnly(Path file) {
        try {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertRefused(Database target, Path file, String why) {
        assertThatThrownBy(
                        () -> new Restore(() -> target, program, false).from(file, List.of(), true))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(why);
    }

    private static void assertUntouched(Database target) throws Exception {
        try (Connection connection = target.connect()) {
            assertThat(
                            SpareServer.strings(
                                    connection,
                                    "select relname from pg_class"
                                            + " where relnamespace = 'public'::regnamespace"))
                    .isEmpty();
        }
    }
}
