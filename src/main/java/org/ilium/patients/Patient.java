package org.ilium.patients;

import jakarta.persistence.Column;
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

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "family_name")
    private String familyName;

    @Column(name = "birth_date")
    private @Nullable LocalDate birthDate;

    private @Nullable String phone;
    private @Nullable String email;
    private @Nullable String zone;

    @Column(name = "plan_delivery")
    private String planDelivery = PlanDelivery.NOTICE_AND_LINK.code();

    @Column(name = "full_plan_warned_at")
    private @Nullable Instant fullPlanWarnedAt;

    @Column(name = "review_asks")
    private boolean reviewAsks = true;

    private @Nullable String note;

    @Column(name = "former_names")
    private String[] formerNames = {};

    @Column(name = "former_phones")
    private String[] formerPhones = {};

    @Column(name = "former_emails")
    private String[] formerEmails = {};

    @Column(name = "created_at")
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
