package org.ilium.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.util.UUID;
import org.ilium.shared.Ids;

/** A kind of appointment the clinic offers, with the rules by which it may be booked. */
@Entity
class Service {

    @Id private UUID id;
    private String slug;
    private String name;

    @Column(name = "length_min")
    private int lengthMinutes;

    @Column(name = "buffer_before_min")
    private int bufferBeforeMinutes;

    @Column(name = "buffer_after_min")
    private int bufferAfterMinutes;

    @Column(name = "min_notice_min")
    private int minimumNoticeMinutes;

    private int horizonDays;

    @Column(name = "step_min")
    private int stepMinutes;

    private String mode;

    private boolean publicBookable;

    private boolean active = true;

    private int sortOrder;

    @Version private int version;

    protected Service() {}

    Service(ServiceInfo rules, int sortOrder) {
        this.id = rules.id() == null ? Ids.next() : rules.id();
        this.sortOrder = sortOrder;
        change(rules);
    }

    final void change(ServiceInfo rules) {
        slug = rules.slug();
        name = rules.name();
        lengthMinutes = (int) rules.length().toMinutes();
        bufferBeforeMinutes = (int) rules.bufferBefore().toMinutes();
        bufferAfterMinutes = (int) rules.bufferAfter().toMinutes();
        minimumNoticeMinutes = (int) rules.minimumNotice().toMinutes();
        horizonDays = rules.horizonDays();
        stepMinutes = (int) rules.step().toMinutes();
        mode = rules.mode();
        publicBookable = rules.publicBookable();
    }

    ServiceInfo info() {
        return new ServiceInfo(
                id,
                slug,
                name,
                Duration.ofMinutes(lengthMinutes),
                Duration.ofMinutes(bufferBeforeMinutes),
                Duration.ofMinutes(bufferAfterMinutes),
                Duration.ofMinutes(minimumNoticeMinutes),
                horizonDays,
                Duration.ofMinutes(stepMinutes),
                mode,
                publicBookable);
    }

    void offer(boolean active) {
        this.active = active;
    }

    ServiceSetting setting() {
        return new ServiceSetting(id, slug, ServiceEntry.of(info(), active, version));
    }
}
