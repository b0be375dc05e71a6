package org.ilium.clinic;

import io.quarkus.qute.TemplateData;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.ilium.shared.DemoMode;

/** The clinic as every page's head and foot show it. */
@Named("clinicCard")
@Singleton
@TemplateData
public class ClinicCard {

    private final ClinicDirectory directory;
    private final boolean demo;

    ClinicCard(ClinicDirectory directory, DemoMode demo) {
        this.directory = directory;
        this.demo = demo.isOn();
    }

    public String getName() {
        return directory.profile().name();
    }

    public String getShortName() {
        return directory.profile().shortName();
    }

    public String getPhone() {
        return directory.profile().phone();
    }

    /** The phone number as people of its country write it. */
    public String getPhoneShown() {
        return PhoneNumbers.shown(directory.profile().phone());
    }

    /** Empty when none is known; never asks the database. */
    public String getLastKnownPhone() {
        return directory.lastKnown().phone();
    }

    /** As people of its country write it; never asks the database. */
    public String getLastKnownPhoneShown() {
        return PhoneNumbers.shown(directory.lastKnown().phone());
    }

    public String getAddress() {
        String address = directory.profile().address();
        return address == null ? "" : address;
    }

    public boolean isDemo() {
        return demo;
    }
}
