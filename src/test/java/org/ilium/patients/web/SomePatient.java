package org.ilium.patients.web;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.access.AuditLine;
import org.ilium.access.AuditTrail;
import org.ilium.access.Roles;
import org.ilium.fixture.SignedIn;
import org.ilium.fixture.UnusedPhones;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;

/** Patients nobody else in the tests is called like, so that searches find them alone. */
final class SomePatient {

    static final LocalDate BORN = LocalDate.of(1993, 8, 17);

    private SomePatient() {}

    /** A name of letters only, different each time. */
    static String name() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .limit(12)
                .mapToObj(c -> String.valueOf((char) ('a' + Character.digit(c, 16))))
                .collect(Collectors.joining());
    }

    /** A dialable number, different each time. */
    static String phone() {
        return UnusedPhones.next();
    }

    static PatientInfo registered(String familyName, String phone) {
        SignedIn.inThisTest(Roles.FRONT_DESK, Roles.THERAPIST);
        return patients()
                .register(PatientEntry.of("Demo", familyName, BORN, phone, null), true)
                .orThrow();
    }

    static PatientInfo now(UUID id) {
        return patients().find(id).orElseThrow();
    }

    /** Such as "read episode", newest first. */
    static List<String> audited(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                Arc.container()
                                        .instance(AuditTrail.class)
                                        .get()
                                        .entriesFor(id, 20)
                                        .stream()
                                        .map(SomePatient::said)
                                        .toList());
    }

    static Patients patients() {
        return Arc.container().instance(Patients.class).get();
    }

    private static String said(AuditLine line) {
        return line.action() + " " + line.entity();
    }
}
