package org.ilium.patients;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.ilium.clinic.PhoneNumbers;
import org.ilium.patients.SearchStatement.Match;

/**
 * Finds a caller. Those whose names begin so come before those whose names are misspelt so or are
 * one word where two were typed, who are looked for only while there is room.
 */
@Singleton
class PatientSearch {

    static final int MOST = 10;

    private final EntityManager database;
    private final PhoneNumbers phones;

    PatientSearch(EntityManager database, PhoneNumbers phones) {
        this.database = database;
        this.phones = phones;
    }

    FoundPatients find(String typed, LocalDate today) {
        SearchQuery query = SearchQuery.of(typed, today, writesMonthFirst(phones.region()));
        if (query.isEmpty()) {
            return new FoundPatients(List.of(), false);
        }
        Map<UUID, PatientInfo> found = new LinkedHashMap<>();
        add(found, query, Match.BEGINS);
        if (found.size() < MOST && query.isOtherwiseMaybe()) {
            add(found, query, Match.ALIKE);
        }
        return new FoundPatients(found.values().stream().limit(MOST).toList(), found.size() > MOST);
    }

    /** How English is written there, for 3/5/1994. */
    static boolean writesMonthFirst(String region) {
        String form =
                DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.SHORT, null, IsoChronology.INSTANCE, new Locale("en", region));
        return form.indexOf('M') < form.indexOf('d');
    }

    @SuppressWarnings("unchecked")
    private void add(Map<UUID, PatientInfo> found, SearchQuery query, Match match) {
        SearchStatement statement = new SearchStatement(query, match);
        Query asked = database.createNativeQuery(statement.sql(), Patient.class);
        statement.given().forEach(asked::setParameter);
        for (Patient patient : (List<Patient>) asked.getResultList()) {
            found.putIfAbsent(patient.id(), patient.info());
        }
    }
}
