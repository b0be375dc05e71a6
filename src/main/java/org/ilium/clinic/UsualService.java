package org.ilium.clinic;

/** The services most clinics begin with; {@link #entry()} is what one press adds. */
public enum UsualService {
    PHONE_CONSULT(entry("Phone consult", 15, 5, "phone", true)),
    INITIAL_EVALUATION(entry("Initial evaluation", 60, 10, "in-person", false)),
    FOLLOW_UP(entry("Follow-up", 45, 10, "in-person", false));

    private final ServiceEntry entry;

    UsualService(ServiceEntry entry) {
        this.entry = entry;
    }

    public ServiceEntry entry() {
        return entry;
    }

    /** What the service's address would be. */
    String slug() {
        return ServiceSettings.slug(String.valueOf(entry.name()));
    }

    private static ServiceEntry entry(
            String name, int minutes, int after, String mode, boolean publicBookable) {
        return new ServiceEntry(
                name, minutes, 0, after, 120, 60, 15, mode, publicBookable, true, null);
    }
}
