package org.ilium.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.ilium.fixture.SignedIn;
import org.ilium.shared.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuditTrailTest {

    @Inject AuditTrail audit;
    @Inject PatientLinks links;
    @Inject EntityManager database;

    private final UUID patient = Ids.next();
    private final UUID entity = Ids.next();

    @Test
    void aRowNamesTheOneWhoIsSignedIn() {
        Staff staff = SignedIn.inThisTest(Roles.THERAPIST);

        audit.record("read", "chart", entity, patient);

        assertThat(audit.entriesFor(patient, 10))
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.actor()).isEqualTo("staff");
                            assertThat(line.staffName()).isEqualTo(staff.displayName());
                            assertThat(line.action()).isEqualTo("read");
                            assertThat(line.entity()).isEqualTo("chart");
                            assertThat(line.entityId()).isEqualTo(entity);
                        });
    }

    @Test
    void nothingIsRecordedAsStaffWhenNobodyIsSignedIn() {
        assertThatThrownBy(() -> audit.record("read", "chart", entity, patient))
                .isInstanceOf(IllegalStateException.class);

        assertThat(audit.entriesFor(patient, 10)).isEmpty();
    }

    @Test
    void theNewestRowsComeFirstAndNoMoreThanAsked() {
        audit.recordByPublic("create", "appointment", entity, patient);
        audit.recordBySystem("remind", "appointment", entity, patient);
        links.mint(LinkKind.APPOINTMENT, entity, Duration.ofDays(1));
        UUID link =
                (UUID)
                        database.createNativeQuery(
                                        "select id from patient_link where subject_id = ?1")
                                .setParameter(1, entity)
                                .getSingleResult();
        audit.recordByPatient(link, "cancel", "appointment", entity, patient);

        List<AuditLine> lines = audit.entriesFor(patient, 2);

        assertThat(lines).extracting(AuditLine::actor).containsExactly("patient-link", "system");
    }

    @Test
    void aRowGoesWithTheTransactionThatWroteIt() {
        assertThatThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () -> {
                                                    audit.recordBySystem(
                                                            "read", "chart", entity, patient);
                                                    throw new IllegalStateException("undone");
                                                }))
                .hasMessageContaining("undone");

        assertThat(audit.entriesFor(patient, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set action = 'other'",
                "delete from audit_entry",
                "truncate audit_entry"
            })
    void rowsAreNeverChangedOrRemoved(String statement) {
        audit.recordBySystem("read", "chart", entity, patient);

        assertThatThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () ->
                                                        database.createNativeQuery(statement)
                                                                .executeUpdate()))
                .hasMessageContaining("audit_entry rows are never changed or removed");

        assertThat(audit.entriesFor(patient, 10)).hasSize(1);
    }
}
