package org.ilium.patients;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ilium.patients.Registration.Duplicate;
import org.jspecify.annotations.Nullable;

/** Finds who may be registered already under the same or nearly the same particulars. */
@Singleton
class DuplicateSearch {

    private static final String FOUND =
            """
            select id, same_phone, same_email, same_birth_date and likeness >= 0.3, likeness >= 0.7
              from (select id,
                           coalesce(phone = :phone, false) as same_phone,
                           coalesce(lower(email) = lower(:email), false) as same_email,
                           coalesce(birth_date = cast(:birthDate as date), false)
                               as same_birth_date,
                           similarity(search_name, :name) as likeness
                      from patient
                     where phone = :phone or lower(email) = lower(:email)
                        or birth_date = cast(:birthDate as date) or search_name % :name) as near
             where same_phone or same_email or same_birth_date and likeness >= 0.3
                or likeness >= 0.7
             order by same_phone\\:\\:int + same_email\\:\\:int + same_birth_date\\:\\:int + likeness desc, id
             limit 10""";

    private final EntityManager database;

    DuplicateSearch(EntityManager database) {
        this.database = database;
    }

    @SuppressWarnings("unchecked")
    List<Duplicate> of(PatientEntry checked) {
        List<Object[]> rows =
                database.createNativeQuery(FOUND)
                        .setParameter("phone", text(checked.phone()))
                        .setParameter("email", text(checked.email()))
                        .setParameter(
                                "birthDate",
                                checked.birthDate() == null ? null : checked.birthDate().toString())
                        .setParameter(
                                "name",
                                SearchQuery.plain(checked.givenName() + " " + checked.familyName()))
                        .getResultList();
        return rows.stream().map(this::duplicate).toList();
    }

    private Duplicate duplicate(Object[] row) {
        PatientInfo patient = database.find(Patient.class, (UUID) row[0]).info();
        List<String> alike = new ArrayList<>();
        add(alike, row[1], "Same phone number");
        add(alike, row[2], "Same email");
        add(alike, row[3], "Same date of birth and a similar name");
        add(alike, row[4], "Nearly the same name");
        return new Duplicate(patient, List.copyOf(alike));
    }

    private static void add(List<String> alike, Object isSo, String reason) {
        if ((Boolean) isSo) {
            alike.add(reason);
        }
    }

    /** Nothing equals the empty text here: it stands for what was not given. */
    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
