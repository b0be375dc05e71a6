package org.ilium.patients;

import java.util.UUID;
import org.ilium.patients.Registration.KeyReused;

/** Registers from a form that carries a key of its own, so that sending it twice registers once. */
public final class RegistrationForm {

    private RegistrationForm() {}

    /** A new form's key. */
    public static String key() {
        return UUID.randomUUID().toString();
    }

    /** A form that was gone back to and filled in for somebody else is a new one. */
    public static Registration register(
            Patients patients, String key, PatientEntry entry, boolean confirmed) {
        if (key.isEmpty() || key.length() > 36) {
            return patients.register(entry, confirmed);
        }
        Registration outcome = patients.registerOnce(key, entry, confirmed);
        return outcome instanceof KeyReused
                ? patients.registerOnce(key(), entry, confirmed)
                : outcome;
    }
}
