package org.ilium.demo;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.ilium.access.DemoAccounts;
import org.ilium.access.Roles;
import org.ilium.access.Staff;
import org.ilium.access.StaffAccounts;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.ClinicProfile;
import org.ilium.clinic.PractitionerInfo;
import org.ilium.clinic.ServiceInfo;
import org.ilium.clinic.WorkingHours;
import org.ilium.shared.Ids;

/** The demo clinic itself: its accounts, practitioners, services and hours. */
@Singleton
class DemoClinic {

    static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private final ClinicDirectory directory;
    private final WorkingHours hours;
    private final StaffAccounts accounts;

    DemoClinic(ClinicDirectory directory, WorkingHours hours, StaffAccounts accounts) {
        this.directory = directory;
        this.hours = hours;
        this.accounts = accounts;
    }

    /** Who works there and what they offer. */
    record Made(
            Staff desk,
            Staff therapist,
            PractitionerInfo dana,
            PractitionerInfo robin,
            ServiceInfo phone,
            ServiceInfo evaluation,
            ServiceInfo followUp) {

        List<PractitionerInfo> practitioners() {
            return List.of(dana, robin);
        }
    }

    /** Made at the week's end, it is open that day, as {@link DemoCalendar} fills it. */
    Made make(LocalDate today) {
        directory.save(
                new ClinicProfile(
                        "Demo Meadow Women's Health PT",
                        "Demo Meadow",
                        "Demo Meadow",
                        "+12025550143",
                        "hello@demo.example",
                        "12 Made-up Lane, Demo Town",
                        ZONE,
                        "We are physical therapists for women. We help with back, hip and pelvic"
                                + " pain while you are pregnant and after your baby comes.",
                        true));
        Staff desk = account("desk", "Demo Desk", Roles.FRONT_DESK);
        Staff therapist = account("therapist", "Demo Dana", Roles.THERAPIST);
        account("admin", "Demo Admin", Roles.ADMINISTRATOR);
        ServiceInfo phone =
                directory.add(service("phone-consult", "Phone consult", 15, 0, "phone", true), 1);
        ServiceInfo evaluation =
                directory.add(
                        service("initial-evaluation", "First visit", 60, 15, "in-person", false),
                        2);
        ServiceInfo followUp =
                directory.add(
                        service("follow-up", "Follow-up visit", 45, 15, "in-person", false), 3);
        PractitionerInfo dana =
                directory.add(
                        "Demo Dana",
                        "PT, DPT",
                        "Demo Dana is made up, like everybody here. She helps people with back and"
                                + " hip pain in pregnancy. She likes short plans that fit a busy day.",
                        therapist.id(),
                        Set.of(phone.id(), evaluation.id(), followUp.id()));
        PractitionerInfo robin =
                directory.add(
                        "Demo Robin",
                        "PT",
                        "Demo Robin is made up too. She works with new mothers who want to lift,"
                                + " walk and run again.",
                        null,
                        Set.of(phone.id(), evaluation.id(), followUp.id()));
        weekdays(dana, 5, "08:00", "12:00");
        weekdays(dana, 5, "13:00", "17:00");
        weekdays(robin, 5, "10:00", "18:00");
        open(robin, DayOfWeek.SATURDAY, "09:00", "13:00");
        if (today.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
            openOn(dana, today, "08:00", "12:00");
            openOn(dana, today, "13:00", "17:00");
            openOn(robin, today, "10:00", "18:00");
        }
        return new Made(desk, therapist, dana, robin, phone, evaluation, followUp);
    }

    private Staff account(String name, String displayName, String role) {
        return accounts.createWithPassword(
                        name + DemoAccounts.DOMAIN,
                        displayName,
                        Set.of(role),
                        DemoAccounts.PASSWORD)
                .orThrow();
    }

    private static ServiceInfo service(
            String slug, String name, int minutes, int after, String mode, boolean bookable) {
        return new ServiceInfo(
                Ids.next(),
                slug,
                name,
                Duration.ofMinutes(minutes),
                Duration.ZERO,
                Duration.ofMinutes(after),
                Duration.ofHours(2),
                60,
                Duration.ofMinutes(15),
                mode,
                bookable);
    }

    private void weekdays(PractitionerInfo who, int days, String starts, String ends) {
        for (int day = 1; day <= days; day++) {
            open(who, DayOfWeek.of(day), starts, ends);
        }
    }

    private void openOn(PractitionerInfo who, LocalDate date, String starts, String ends) {
        hours.addOn(who.id(), date, LocalTime.parse(starts), LocalTime.parse(ends));
    }

    private void open(PractitionerInfo who, DayOfWeek day, String starts, String ends) {
        hours.addWeekly(who.id(), day, LocalTime.parse(starts), LocalTime.parse(ends));
    }
}
