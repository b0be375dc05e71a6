package org.ilium.desk.web;

import jakarta.inject.Singleton;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.patients.Registration;
import org.ilium.patients.Registration.Invalid;
import org.ilium.patients.Registration.LikelyDuplicates;
import org.ilium.patients.Registration.Registered;
import org.ilium.patients.RegistrationForm;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Registers a patient from the desk's short form. */
@Singleton
class DeskRegistration {

    private final Patients patients;

    DeskRegistration(Patients patients) {
        this.patients = patients;
    }

    /** The patient, or the form to show again with the status and what is wrong. */
    record Result(
            @Nullable PatientInfo patient, int status, DeskNewPatient form, FieldErrors errors) {}

    Result register(String key, DeskNewPatient form, boolean confirmed) {
        FieldErrors errors = new FieldErrors();
        PatientEntry entry = form.entry(errors);
        if (!errors.isEmpty()) {
            return wrong(form, errors);
        }
        Registration registration = RegistrationForm.register(patients, key, entry, confirmed);
        return registration instanceof Registered registered
                ? new Result(registered.patient(), 200, form, errors)
                : refused(form, registration);
    }

    /** The form again, with why she was not registered; those she may be leave their rows. */
    Result refused(DeskNewPatient form, Registration why) {
        if (why instanceof LikelyDuplicates found) {
            found.candidates().forEach(c -> patients.recordRead(c.patient().id(), "contact"));
            return new Result(null, found.status(), form.with(found), new FieldErrors());
        }
        return wrong(form, ((Invalid) why).errors());
    }

    static Result wrong(DeskNewPatient form, FieldErrors errors) {
        return new Result(null, 400, form, errors);
    }
}
