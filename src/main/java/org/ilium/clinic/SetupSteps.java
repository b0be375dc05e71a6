package org.ilium.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.ilium.access.Roles;
import org.ilium.access.Staff;
import org.ilium.access.StaffAccounts;
import org.ilium.shared.DemoMode;
import org.jspecify.annotations.Nullable;

/** What a new clinic needs before somebody can book, and how much of it is there. */
@ApplicationScoped
public class SetupSteps {

    private final ClinicSettings clinic;
    private final ServiceSettings services;
    private final PractitionerSettings practitioners;
    private final HoursSettings hours;
    private final StaffAccounts accounts;
    private final Config config;
    private final boolean demo;

    SetupSteps(
            ClinicSettings clinic,
            ServiceSettings services,
            PractitionerSettings practitioners,
            HoursSettings hours,
            StaffAccounts accounts,
            Config config,
            DemoMode demo) {
        this.clinic = clinic;
        this.services = services;
        this.practitioners = practitioners;
        this.hours = hours;
        this.accounts = accounts;
        this.config = config;
        this.demo = demo.isOn();
    }

    /** {@code detail} says what is missing or, once it is done, what is there. */
    public record Step(String href, String title, boolean done, String detail) {}

    /** In the order in which they are best done. */
    @Transactional
    public List<Step> all() {
        List<ServiceSetting> offered =
                services.all().stream().filter(ServiceSetting::active).toList();
        List<PractitionerSetting> working =
                practitioners.all().stream().filter(PractitionerSetting::active).toList();
        return List.of(
                ofClinic(),
                ofServices(offered),
                ofPractitioners(working, offered),
                ofHours(working),
                ofStaff(),
                ofMail());
    }

    /** The server mail is sent through; null when none is set. */
    public @Nullable String mailHost() {
        ConfigValue host = config.getConfigValue("quarkus.mailer.host");
        // a value below the ordinary sources is only the mailer's own default
        return host.getValue() == null || host.getSourceOrdinal() < 0 ? null : host.getValue();
    }

    private Step ofClinic() {
        ClinicEntry entry = clinic.current();
        String href = "/settings/clinic";
        if (entry.version() == null) {
            return new Step(
                    href, "The clinic", false, "Name, phone and time zone are not filled in yet.");
        }
        return new Step(href, "The clinic", true, entry.name() + ", " + entry.zone());
    }

    private static Step ofServices(List<ServiceSetting> offered) {
        String names =
                offered.stream()
                        .map(s -> String.valueOf(s.entry().name()))
                        .collect(Collectors.joining(", "));
        boolean bookable = offered.stream().anyMatch(s -> s.entry().publicBookable());
        String detail =
                offered.isEmpty()
                        ? "Nothing is offered yet. The usual three need one press."
                        : bookable ? names : names + ". Visitors can book none of them.";
        return new Step("/settings/services", "Services", !offered.isEmpty(), detail);
    }

    private static Step ofPractitioners(
            List<PractitionerSetting> working, List<ServiceSetting> offered) {
        List<String> idle = new ArrayList<>();
        for (PractitionerSetting one : working) {
            if (offered.stream().noneMatch(s -> one.entry().gives(s.id()))) {
                idle.add(one.name());
            }
        }
        boolean done = !working.isEmpty() && idle.isEmpty();
        String detail =
                working.isEmpty()
                        ? "Nobody gives care yet."
                        : done ? names(working) : "No service yet: " + String.join(", ", idle);
        return new Step("/settings/practitioners", "Practitioners", done, detail);
    }

    private Step ofHours(List<PractitionerSetting> working) {
        Set<UUID> open = hours.everOpen();
        List<PractitionerSetting> without =
                working.stream().filter(p -> !open.contains(p.id())).toList();
        boolean done = !working.isEmpty() && without.isEmpty();
        String href =
                without.size() == 1
                        ? "/settings/practitioners/" + without.get(0).id() + "/hours"
                        : "/settings/practitioners";
        String detail =
                working.isEmpty()
                        ? "First add a practitioner."
                        : done ? "Everybody has hours." : "No hours yet: " + names(without);
        return new Step(href, "Hours", done, detail);
    }

    private Step ofStaff() {
        List<Staff> active = accounts.all().stream().filter(a -> a.active()).toList();
        int open = active.size();
        boolean therapist = active.stream().anyMatch(a -> a.has(Roles.THERAPIST));
        return new Step(
                "/settings/staff",
                "Staff accounts",
                therapist,
                therapist
                        ? open + (open == 1 ? " account" : " accounts")
                        : "No therapist can sign in yet, so nobody can send a plan.");
    }

    private Step ofMail() {
        String host = mailHost();
        String detail =
                host != null
                        ? "Mail goes through " + host + "."
                        : demo
                                ? "The demo keeps its mail here, and sends none."
                                : "No mail server is set, so nothing can be sent.";
        return new Step("/settings/mail", "Mail", host != null || demo, detail);
    }

    private static String names(List<PractitionerSetting> people) {
        return people.stream().map(PractitionerSetting::name).collect(Collectors.joining(", "));
    }
}
