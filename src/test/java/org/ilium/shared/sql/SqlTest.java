package org.ilium.shared.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.ServiceInfo;
import org.ilium.fixture.ClinicFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SqlTest {

    @Inject Sql sql;
    @Inject ClinicDirectory clinic;

    @Test
    void anEntityWrittenInTheSameTransactionIsSeen() {
        String slug = "demo-" + UUID.randomUUID();

        List<String> seen = new ArrayList<>();
        assertThatThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () -> {
                                                    clinic.add(service(slug), 99);
                                                    seen.addAll(named(slug));
                                                    throw new IllegalStateException("undo this");
                                                }))
                .hasStackTraceContaining("undo this");

        assertThat(seen).containsExactly("Demo service");
        assertThat(named(slug)).isEmpty();
    }

    @Test
    void aChangeEndsWithItsTransaction() {
        UUID id = ClinicFixture.open().practitioner().id();

        assertThatThrownBy(() -> renameAndFail(id)).hasStackTraceContaining("undo this");
        String undone = clinic.practitioner(id).orElseThrow().displayName();
        int changed = rename(id, "Demo Stays");

        assertThat(undone).isEqualTo("Demo Therapist");
        assertThat(changed).isEqualTo(1);
        assertThat(clinic.practitioner(id).orElseThrow().displayName()).isEqualTo("Demo Stays");
    }

    @Test
    void whatIsNullStaysNullAndAnInstantKeepsItsMicroseconds() {
        Instant time = Instant.parse("2027-03-14T07:59:59.123456Z");

        List<Instant> times =
                sql.list(
                        "select cast(? as timestamptz), cast(? as timestamptz)",
                        row -> {
                            assertThat(row.instantOrNull(2)).isNull();
                            return row.instant(1);
                        },
                        time,
                        null);

        assertThat(times).containsExactly(time);
    }

    @Test
    void aCollectionIsAskedForAsAWhole() {
        ClinicFixture fixture = ClinicFixture.open();
        UUID other = fixture.addPractitioner("Demo Second", null).id();

        List<UUID> found =
                sql.list(
                        "select id from practitioner where id = any(?)",
                        row -> row.id(1),
                        Set.of(other, fixture.practitioner().id(), UUID.randomUUID()));

        assertThat(found).containsExactlyInAnyOrder(other, fixture.practitioner().id());
    }

    @Test
    void whatPostgresqlRefusesIsThrown() {
        assertThatThrownBy(() -> sql.change("insert into practitioner_service values (null, null)"))
                .isInstanceOf(PersistenceException.class)
                .hasRootCauseInstanceOf(java.sql.SQLException.class);
    }

    private List<String> named(String slug) {
        return sql.list("select name from service where slug = ?", row -> row.text(1), slug);
    }

    private int rename(UUID practitioner, String name) {
        return sql.change(
                "update practitioner set display_name = ? where id = ?", name, practitioner);
    }

    private void renameAndFail(UUID practitioner) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            rename(practitioner, "Demo Gone");
                            throw new IllegalStateException("undo this");
                        });
    }

    private static ServiceInfo service(String slug) {
        return new ServiceInfo(
                UUID.randomUUID(),
                slug,
                "Demo service",
                Duration.ofMinutes(15),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                30,
                Duration.ofMinutes(15),
                "phone",
                false);
    }
}
