package org.ilium.clinic;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** The one clinic this program serves. */
@Entity
class Clinic {

    static final short ONLY = 1;

    @Id private short id = ONLY;
    private String name;

    private String shortName;

    private String senderName;

    private String phone;
    private @Nullable String email;
    private @Nullable String address;
    private String zone;
    private @Nullable String about;
    @Version private int version;

    protected Clinic() {}

    Clinic(ClinicProfile profile) {
        change(profile);
    }

    final void change(ClinicProfile profile) {
        name = profile.name();
        shortName = profile.shortName();
        senderName = profile.senderName();
        phone = profile.phone();
        email = profile.email();
        address = profile.address();
        zone = profile.zone().getId();
        about = profile.about();
    }

    ClinicProfile profile() {
        return new ClinicProfile(
                name,
                shortName,
                senderName,
                phone,
                email,
                address,
                java.time.ZoneId.of(zone),
                about,
                true);
    }

    ClinicEntry entry() {
        return new ClinicEntry(
                name, shortName, senderName, phone, email, address, zone, about, version);
    }
}
