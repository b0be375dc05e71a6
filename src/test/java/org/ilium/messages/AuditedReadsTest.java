package org.ilium.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.ilium.access.OpenedSession;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentDetails;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.TestClock;
import org.ilium.programs.DemoPatients;
import org.ilium.programs.SentPlanFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever reads what patients were told leaves an audit row, as one who reads a chart does. */
@QuarkusTest
class AuditedReadsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Inject SentPlanFixture plans;
    @Inject DemoPatients demo;
    @Inject EntityManager database;
    @Inject TestClock clock;

    private UUID patient;
    private UUID program;
    private AppointmentDetails visit;

    @BeforeEach
    void aPatientWithAVisitAndAPlan() {
        clock.set(TODAY.atTime(9, 0).atZone(DemoPatients.ZONE).toInstant());
        demo.openClinic();
        patient = demo.pregnant(21, 0, TODAY);
        SignedIn.inThisTest(Roles.THERAPIST);
        program = plans.sent(patient);
        ClinicFixture clinic = ClinicFixture.open();
        visit = clinic.bookedFor(patient, clinic.at("10:00"));
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "/mail/preview/programs/{program}, program, program, true",
        "/messages, messages, , false",
        "/messages/status/{visit}, messages, visit, true",
        "/messages/status/plans/{program}, messages, program, true",
        "/api/v1/messages?appointment={visit}, messages, visit, true",
        "/api/v1/messages?program={program}, messages, program, true",
        "/api/v1/messages/not-told, messages, , false",
        "/api/v1/programs/{program}/links, plan-links, program, true"
    })
    void aReadLeavesOneRow(String path, String entity, String subject, boolean ofThePatient) {
        OpenedSession reader = SignedIn.session(Roles.THERAPIST);

        SignedIn.withSession(reader.token())
                .get(
                        path.replace("{program}", program.toString())
                                .replace("{visit}", visit.id().toString()))
                .then()
                .statusCode(200);

        UUID id = subject == null ? null : subject.equals("program") ? program : visit.id();
        assertThat(rowsOf(reader.staff().id()))
                .containsExactly(
                        "read " + entity + " " + id + " " + (ofThePatient ? patient : null));
    }

    private List<String> rowsOf(UUID account) {
        List<?> rows =
                database.createNativeQuery(
                                "select concat(action, ' ', entity, ' ',"
                                        + " coalesce(cast(entity_id as text), 'null'), ' ',"
                                        + " coalesce(cast(patient_id as text), 'null'))"
                                        + " from audit_entry where account_id = :id",
                                String.class)
                        .setParameter("id", account)
                        .getResultList();
        return rows.stream().map(Objects::toString).toList();
    }
}
