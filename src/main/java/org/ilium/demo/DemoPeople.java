package org.ilium.demo;

import static org.ilium.demo.DemoPerson.born;
import static org.ilium.demo.DemoPerson.dueDateUnknown;
import static org.ilium.demo.DemoPerson.pregnant;
import static org.ilium.demo.DemoPerson.several;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.patients.PlanDelivery;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;

/** The demo's patients: every one made up, and called so. */
@Singleton
class DemoPeople {

    /** Numbers from 555-0100 to 555-0199 belong to nobody; the clinic's own is 0143. */
    private static final int FIRST_NUMBER = 150;

    private final Patients patients;
    private final ActingStaff acting;

    DemoPeople(Patients patients, ActingStaff acting) {
        this.patients = patients;
        this.acting = acting;
    }

    /** Registers all of them, some weeks before {@code now}, in the order of the list. */
    List<DemoCourse> make(DemoClinic.Made clinic, Instant now) {
        LocalDate today = date(now);
        List<DemoPerson> people = people(today);
        List<DemoCourse> made = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            DemoPerson person = people.get(i);
            int number = FIRST_NUMBER + i;
            Instant then = DemoCalendar.registration(now, i);
            PatientInfo patient =
                    acting.does(clinic.desk(), then, () -> register(person, number, date(then)));
            EpisodeEntry known = person.episodeOn(date(then));
            if (known != null) {
                acting.does(
                        clinic.therapist(),
                        then,
                        () -> patients.recordEpisode(patient.id(), known, null).orThrow());
            }
            made.add(new DemoCourse(person, patient, i, date(then).plusDays(7)));
        }
        return made;
    }

    /** Records the births that came after the registration. */
    void bear(DemoClinic.Made clinic, List<DemoCourse> courses, Instant now) {
        for (DemoCourse course : courses) {
            Instant registered = DemoCalendar.registration(now, course.place());
            if (course.person().isBornAfter(date(registered))) {
                acting.does(clinic.therapist(), now, () -> bear(course));
            }
        }
    }

    private EpisodeInfo bear(DemoCourse course) {
        UUID id = course.patient().id();
        Integer version = patients.openEpisode(id).orElseThrow().version();
        return patients.recordEpisode(
                        id, Objects.requireNonNull(course.person().episode()), version)
                .orThrow();
    }

    private PatientInfo register(DemoPerson person, int number, LocalDate date) {
        PatientInfo patient =
                patients.register(
                                PatientEntry.of(
                                        "Demo " + person.name(),
                                        person.familyName(),
                                        date.minusYears(person.age()).minusDays(number),
                                        "+12025550" + number,
                                        person.name().toLowerCase(Locale.ROOT)
                                                + "@patients.demo.example"),
                                true)
                        .orThrow();
        if (person.delivery() != PlanDelivery.NOTICE_AND_LINK) {
            patients.choosePlanDelivery(patient.id(), person.delivery(), true, patient.version());
        }
        return patients.find(patient.id()).orElseThrow();
    }

    private static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, DemoClinic.ZONE);
    }

    static List<DemoPerson> people(LocalDate today) {
        return List.of(
                DemoPerson.of(
                        "Ada",
                        "Alder",
                        31,
                        pregnant(today, 21, 3, "Sore between the shoulder blades at the desk")),
                DemoPerson.of(
                                "Bea",
                                "Birch",
                                28,
                                pregnant(today, 13, 0, "Neck and upper back ache, tired"))
                        .wants(PlanDelivery.FULL_PLAN),
                DemoPerson.of(
                        "Cora",
                        "Cedar",
                        34,
                        pregnant(
                                today,
                                30,
                                2,
                                "Hips and low back hurt on stairs",
                                Condition.PELVIC_GIRDLE_PAIN)),
                DemoPerson.of(
                        "Dina",
                        "Dogwood",
                        36,
                        born(today, 3, BirthMode.CAESAREAN, "Back hurts when she feeds the baby")),
                DemoPerson.of("Edda", "Elm", 29, dueDateUnknown("Upper back pain at night")),
                DemoPerson.of(
                        "Fay",
                        "Fir",
                        33,
                        several(pregnant(today, 26, 5, "Rib and upper back pain"), 2)),
                DemoPerson.of(
                        "Gia",
                        "Ginkgo",
                        27,
                        pregnant(today, 17, 4, "Wants to stay strong", Condition.CARPAL_TUNNEL)),
                DemoPerson.of(
                        "Hope",
                        "Hazel",
                        38,
                        pregnant(
                                today,
                                29,
                                0,
                                "Tight shoulders and headaches are gone, back is not",
                                Condition.GESTATIONAL_HYPERTENSION)),
                DemoPerson.of(
                                "Ina",
                                "Ivy",
                                30,
                                born(today, 8, BirthMode.VAGINAL, "Wants to lift and run again"))
                        .wants(PlanDelivery.PRINT_ONLY),
                DemoPerson.of(
                        "Kim",
                        "Kapok",
                        35,
                        born(
                                today,
                                14,
                                BirthMode.CAESAREAN,
                                "Belly domes when she sits up",
                                Condition.DIASTASIS_RECTI)),
                DemoPerson.of(
                        "Lia",
                        "Larch",
                        32,
                        pregnant(
                                today,
                                34,
                                6,
                                "Cannot sleep for her back",
                                Condition.UNWELL_LYING_ON_BACK)),
                DemoPerson.of(
                        "Mia", "Maple", 26, pregnant(today, 20, 0, "Pain under the bra band")),
                DemoPerson.of(
                        "Nell",
                        "Nutmeg",
                        39,
                        pregnant(
                                today,
                                24,
                                2,
                                "Back pain after long drives",
                                Condition.PLACENTA_PREVIA)),
                DemoPerson.of(
                        "Ona", "Oak", 31, born(today, 0, BirthMode.VAGINAL, "First week at home")),
                DemoPerson.of(
                        "Pia",
                        "Pine",
                        30,
                        pregnant(
                                today,
                                22,
                                1,
                                "Short of strength, sore back",
                                Condition.SYMPTOMATIC_ANAEMIA)),
                DemoPerson.of("Quin", "Quince", 33, pregnant(today, 27, 6, "Pain when she lifts")),
                DemoPerson.of(
                        "Ria",
                        "Rowan",
                        29,
                        born(today, 6, BirthMode.VAGINAL, "Upper back aches all day")),
                DemoPerson.of("Sia", "Spruce", 24, pregnant(today, 15, 5, "Sore neck at work")),
                DemoPerson.of(
                        "Tess",
                        "Teak",
                        37,
                        pregnant(
                                today,
                                38,
                                1,
                                "Ready for the birth, back is stiff",
                                Condition.PELVIC_GIRDLE_PAIN)),
                DemoPerson.of("Una", "Umbra", 28, pregnant(today, 11, 3, "Worried about exercise")),
                DemoPerson.of(
                        "Vera",
                        "Violet",
                        40,
                        pregnant(
                                today,
                                19,
                                2,
                                "Back pain, had an early birth before",
                                Condition.PRIOR_PRETERM_BIRTH)),
                DemoPerson.of("Wren", "Willow", 31, dueDateUnknown("Shoulder and neck pain")),
                DemoPerson.of(
                        "Xenia",
                        "Xyris",
                        34,
                        born(today, 26, BirthMode.UNKNOWN, "Wants to go back to her sport")),
                DemoPerson.of("Yara", "Yew", 27, null),
                DemoPerson.of(
                        "Joy", "Juniper", 25, pregnant(today, 9, 1, "Desk job, stiff upper back")));
    }
}
