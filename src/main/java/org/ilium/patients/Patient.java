package org.ilium.patients;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.ilium.shared.Ids;
import org.jspecify.annotations.Nullable;

/** Somebody the clinic cares for. */
@Entity
class Patient {

    @Id private UUID id;

    private String givenName;

    private String familyName;

    private @Nullable LocalDate birthDate;

    private @Nullable String phone;
    private @Nullable String email;
    private @Nullable String zone;

    private String planDelivery = PlanDelivery.NOTICE_AND_LINK.code();

    private @Nullable Instant fullPlanWarnedAt;

    private boolean reviewAsks = true;

    private @Nullable String note;

    private String[] formerNames = {};

    private String[] formerPhones = {};

    private String[] formerEmails = {};

    private Instant createdAt;

    @Version private int version;

    protected Patient() {}

    Patient(PatientEntry checked, Instant createdAt) {
        this.id = Ids.next();
        this.createdAt = createdAt;
        set(checked);
    }

    /** What she was called and reached by until now stays, to find her by. */
    void change(PatientEntry checked) {
        PatientEntry before = entry();
        set(checked);
        formerNames = Former.with(formerNames, before.fullName(), checked.fullName());
        formerPhones = Former.with(formerPhones, before.phone(), checked.phone());
        formerEmails = Former.with(formerEmails, before.email(), checked.email());
    }

    private void set(PatientEntry checked) {
        givenName = checked.givenName();
        familyName = checked.familyName();
        birthDate = checked.birthDate();
        phone = checked.phone();
        email = checked.email();
        zone = checked.zone();
        reviewAsks = checked.reviewAsks();
        note = checked.note();
    }

    /** The full plan needs the moment she was warned; any other choice takes that warning back. */
    void choose(PlanDelivery choice, @Nullable Instant warnedAt) {
        planDelivery = choice.code();
        fullPlanWarnedAt = warnedAt;
    }

    boolean isWarned() {
        return fullPlanWarnedAt != null;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    PatientEntry entry() {
        return new PatientEntry(
                givenName, familyName, birthDate, phone, email, zone, reviewAsks, note);
    }

    PatientInfo info() {
        return new PatientInfo(
                id,
                givenName,
                familyName,
                birthDate,
                phone,
                email,
                zone == null ? null : ZoneId.of(zone),
                PlanDelivery.of(planDelivery),
                reviewAsks,
                note,
                List.of(formerNames),
                version);
    }

    /** False when she was not asked before. */
    boolean stopReviewAsks() {
        boolean asked = reviewAsks;
        reviewAsks = false;
        return asked;
    }
}
