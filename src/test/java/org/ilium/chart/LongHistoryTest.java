package org.ilium.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ilium.access.Roles;
import org.ilium.booking.AppointmentInfo;
import org.ilium.booking.schedule.Appointments;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.Statements;
import org.ilium.shared.sql.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who has come for years: her pages show so much at once, and all of it in the end. */
@QuarkusTest
class LongHistoryTest {

    private static final int YEARS = 330;

    @Inject Appointments appointments;
    @Inject Sql sql;

    private ClinicFixture clinic;
    private UUID patient;

    @BeforeEach
    void aPatient() {
        SignedIn.inThisTest(Roles.THERAPIST, Roles.FRONT_DESK);
        clinic = ClinicFixture.open();
        patient = UUID.randomUUID();
        sql.change(
                "insert into patient (id, given_name, family_name, created_at)"
                        + " values (?, 'Demo', 'Olga', now())",
                patient);
        clinic.bookedFor(patient, clinic.at("10:00"));
    }

    @Test
    void everyVisitOfHersIsOnExactlyOnePage() {
        visits(-YEARS - 3, -4);
        visits(4, 80);

        List<UUID> seen = new ArrayList<>();
        Appointments.Visits page = appointments.ofPatient(patient);
        assertThat(page.moreToCome()).isTrue();
        int pages = 1;
        page.newestFirst().stream().map(AppointmentInfo::id).forEach(seen::add);
        while (page.older() != null) {
            page = appointments.ofPatient(patient, page.older());
            page.newestFirst().stream().map(AppointmentInfo::id).forEach(seen::add);
            pages++;
        }

        assertThat(pages).isEqualTo(7);
        assertThat(seen).hasSize(50 + 2 * YEARS).hasSameSizeAs(new HashSet<>(seen));
    }

    @Test
    void theChartAndTheCallersCardAskNoMoreForAThousandVisitsThanForOne() {
        RequestSpecification staff = SignedIn.as(Roles.FRONT_DESK, Roles.THERAPIST);
        for (String path : List.of("/patients/" + patient, "/desk/callers/" + patient)) {
            get(staff, path);
            Statements.Count few = Statements.counted(() -> get(staff, path));
            visits(-YEARS - 3, -4);

            Statements.Count many = Statements.counted(() -> get(staff, path));

            assertThat(many.statements()).isEqualTo(few.statements());
            assertThat(many.rows() - few.rows()).isLessThanOrEqualTo(160);
            sql.change("delete from appointment where patient_id = ? and starts < now()", patient);
        }
    }

    @Test
    void theChartLeadsToOlderVisits() {
        visits(-YEARS - 3, -4);
        RequestSpecification staff = SignedIn.as(Roles.THERAPIST);

        String newest = get(staff, "/patients/" + patient);
        Matcher older = Pattern.compile("\\?before=([^#]+)#visits").matcher(newest);

        assertThat(older.find()).isTrue();
        assertThat(get(staff, "/patients/" + patient + "?before=" + older.group(1)))
                .contains("Newest visits", "Older visits");
        RestAssured.given()
                .spec(staff)
                .get("/patients/" + patient + "?before=once")
                .then()
                .statusCode(404);
    }

    private static String get(RequestSpecification staff, String path) {
        return RestAssured.given()
                .spec(staff)
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** One missed and one cancelled on each of those days from today, at the same time. */
    private void visits(int fromDay, int toDay) {
        Instant today = appointments.today().atTime(12, 0).atZone(appointments.zone()).toInstant();
        for (String[] status : new String[][] {{"no-show", null}, {"cancelled", "clinic"}}) {
            sql.change(
                    """
                    insert into appointment (id, practitioner_id, service_id, patient_id, status,
                        starts, ends, busy_starts, busy_ends, mode, booked_via, created_at,
                        updated_at, cancelled_at, cancelled_by)
                    select gen_random_uuid(), ?, ?, ?, ?, d, d + interval '45 minutes', d,
                           d + interval '45 minutes', 'in-person', 'staff', now(), now(),
                           case when ?::text is null then null else now() end, ?
                      from generate_series(?::timestamptz, ?, interval '1 day') d
                    """,
                    clinic.practitioner().id(),
                    clinic.followUp().id(),
                    patient,
                    status[0],
                    status[1],
                    status[1],
                    today.plus(Duration.ofDays(fromDay)),
                    today.plus(Duration.ofDays(toDay)));
        }
    }
}
