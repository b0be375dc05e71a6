package org.ilium.patients;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.clinic.PhoneNumbers;
import org.ilium.patients.Registration.Duplicate;
import org.jspecify.annotations.Nullable;

/** Finds who may be registered already under the same or nearly the same particulars. */
@Singleton
class DuplicateSearch {

    /** Former particulars count as present ones, and so do the names the other way round. */
    private static final String FOUND =
            """
            with asked as materialized (
              select name_plain(:given, :family) as plain,
                     array[name_joined(:given || ' ' || :family),
                           name_joined(:family || ' ' || :given)]
                         || string_to_array(:otherwise, ' ') as joined,
                     name_words(:given, '') as given),
            near as (
              select id, plain_name, phone, email, birth_date, given_name,
                     string_to_array(phone_digits, ' ') && array[cast(:phone as text)] as any_phone,
                     string_to_array(search_email, ' ') && array[cast(:email as text)] as any_email,
                     birth_date = cast(:birthDate as date) as same_birth_date,
                     string_to_array(search_name, ' ') && asked.joined as same_name,
                     asked.given && name_words(given_name, family_name)
                         or similarity(name_joined(given_name), asked.given[1]) >= 0.5
                         as same_given,
                     similarity(plain_name, asked.plain) as likeness,
                     asked.given && name_words(given_name, family_name) as same_word,
                     exists (select from unnest(former_names) as former
                              where similarity(name_plain(former, ''), asked.plain)
                                    >= case when asked.given && name_words(former, '')
                                            then 0.5 else 0.7 end) as like_former
                from patient, asked
               where phone_digits like '%' || :phone || '%'
                  or search_email like '% ' || :emailPart || '%'
                  or birth_date = cast(:birthDate as date)
                  or string_to_array(search_name, ' ') && asked.joined
                  or string_to_array(search_name, ' ') && asked.given
                  or asked.plain <% search_name),
            judged as (
              select id,
                     any_phone and coalesce(phone_search(phone, '{}') = :phone, false) as same_phone,
                     any_phone as former_phone,
                     any_email and coalesce(lower(email) = :email, false) as same_email,
                     any_email as former_email,
                     coalesce(same_birth_date and (likeness >= 0.3 or same_name), false) as same_birth,
                     coalesce(same_birth_date and same_given, false) as same_given,
                     likeness >= 0.7 or same_word and likeness >= 0.5
                         or name_joined(plain_name) = any (asked.joined) as near_name,
                     same_name, like_former, likeness
                from near, asked
               where id <> :herself)
            select id, same_phone, former_phone and not same_phone,
                   same_email, former_email and not same_email,
                   same_birth, same_given and not same_birth,
                   near_name, same_name and not near_name,
                   like_former and not same_name and not near_name
              from judged
             where former_phone or former_email or same_birth or same_given or near_name or same_name
                or like_former
             order by former_phone\\:\\:int + former_email\\:\\:int
                      + (same_birth or same_given)\\:\\:int
                      + case when same_name then 1 else likeness end desc, id
             limit :most""";

    /** In the order of the statement's columns. */
    private static final List<String> REASONS =
            List.of(
                    "Same phone number",
                    "A phone number she had before",
                    "Same email",
                    "An email she had before",
                    "Same date of birth and a similar name",
                    "Same date of birth and first name",
                    "Nearly the same name",
                    "A name she had before",
                    "Nearly a name she had before");

    /** Nothing equals it: it stands for what was not given. */
    private static final String NONE = "none";

    private static final int MOST_SHOWN = 10;

    /** Of whoever is like her at all, so that the best ten of two searches are not compared. */
    private static final int MOST_COMPARED = 1000;

    private static final UUID NOBODY = new UUID(0, 0);

    private final EntityManager database;

    DuplicateSearch(EntityManager database) {
        this.database = database;
    }

    /**
     * Who is like her by the new particulars in a way that the old ones were not: what the desk was
     * told before is not asked again.
     */
    List<Duplicate> newlyOf(Patient her, PatientEntry changed) {
        List<Object[]> found = rows(changed, her.id(), MOST_COMPARED);
        if (found.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<String>> before =
                rows(her.entry(), her.id(), MOST_COMPARED).stream()
                        .collect(Collectors.toMap(row -> (UUID) row[0], DuplicateSearch::alike));
        return found.stream()
                .filter(row -> isNew(alike(row), before.getOrDefault((UUID) row[0], List.of())))
                .limit(MOST_SHOWN)
                .map(this::duplicate)
                .toList();
    }

    private static boolean isNew(List<String> alike, List<String> before) {
        return alike.stream().anyMatch(why -> !before.contains(why));
    }

    List<Duplicate> of(PatientEntry checked) {
        return rows(checked, NOBODY, MOST_SHOWN).stream().map(this::duplicate).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(PatientEntry checked, UUID herself, int most) {
        String email = text(checked.email()).toLowerCase(Locale.ROOT);
        return database.createNativeQuery(FOUND)
                .setParameter("phone", PhoneNumbers.line(text(checked.phone())).replace("+", ""))
                .setParameter("email", email)
                .setParameter("emailPart", SearchStatement.literally(email))
                .setParameter(
                        "birthDate",
                        checked.birthDate() == null ? null : checked.birthDate().toString())
                .setParameter("given", checked.givenName())
                .setParameter("family", checked.familyName())
                .setParameter("otherwise", otherwise(checked))
                .setParameter("herself", herself)
                .setParameter("most", most)
                .getResultList();
    }

    /** The whole name as it may be written too, in both orders. */
    private static String otherwise(PatientEntry checked) {
        Set<String> ways =
                new LinkedHashSet<>(
                        Spellings.joined(checked.givenName() + " " + checked.familyName()));
        ways.addAll(Spellings.joined(checked.familyName() + " " + checked.givenName()));
        return String.join(" ", ways);
    }

    private Duplicate duplicate(Object[] row) {
        return new Duplicate(database.find(Patient.class, (UUID) row[0]).info(), alike(row));
    }

    private static List<String> alike(Object[] row) {
        List<String> alike = new ArrayList<>();
        for (int i = 0; i < REASONS.size(); i++) {
            if ((Boolean) row[i + 1]) {
                alike.add(REASONS.get(i));
            }
        }
        return List.copyOf(alike);
    }

    private static String text(@Nullable String given) {
        return given == null ? NONE : given;
    }
}
