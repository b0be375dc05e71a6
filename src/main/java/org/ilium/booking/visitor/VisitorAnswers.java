package org.ilium.booking.visitor;

import io.quarkus.qute.TemplateData;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ilium.booking.AppointmentDetails;
import org.ilium.booking.SlotChoice;
import org.ilium.booking.api.RedFlag;
import org.ilium.booking.availability.Slot;
import org.ilium.booking.link.OfferedTimes;
import org.ilium.clinic.ServiceInfo;
import org.jspecify.annotations.Nullable;

/** All a visitor has said so far, carried from form to form. */
@TemplateData
final class VisitorAnswers {

    private static final List<String> CARRIED =
            List.of(
                    "service", "zone", "hold", "slot", "name", "phone", "email", "stage", "weeks",
                    "reason");
    private static final Set<String> SHOWN_ON_TIMES = Set.of("zone", "slot");
    private static final Set<String> SHOWN_ON_DETAILS =
            Set.of("name", "phone", "email", "stage", "weeks", "reason");

    private final SubmittedForm form;
    private final Map<String, String> set;

    private VisitorAnswers(SubmittedForm form, Map<String, String> set) {
        this.form = form;
        this.set = set;
    }

    static VisitorAnswers beginning(ServiceInfo service) {
        return new VisitorAnswers(new SubmittedForm(), Map.of("service", service.slug()));
    }

    /** Of somebody whose time is held: no question stopped her. */
    static VisitorAnswers ofHold(AppointmentDetails held, ServiceInfo service, String zone) {
        Map<String, String> known = new HashMap<>();
        for (RedFlag flag : RedFlag.values()) {
            known.put(flag.field(), "no");
        }
        known.put("service", service.slug());
        known.put("zone", zone);
        known.put("hold", held.id().toString());
        known.put(
                "slot",
                OfferedTimes.value(new Slot(held.info().practitionerId(), held.info().time())));
        return new VisitorAnswers(new SubmittedForm(), known);
    }

    static VisitorAnswers ofRequest() {
        SubmittedForm form = SubmittedForm.ofRequest();
        String hold = form.value("hold");
        return new VisitorAnswers(
                form, hold.isEmpty() ? Map.of("hold", UUID.randomUUID().toString()) : Map.of());
    }

    public String value(String name) {
        return set.getOrDefault(name, form.value(name));
    }

    SubmittedForm form() {
        return form;
    }

    public record Hidden(String name, String value) {}

    /** What the page of times carries along unseen. */
    public List<Hidden> hiddenOnTimes() {
        return hidden(SHOWN_ON_TIMES);
    }

    public List<Hidden> hiddenOnDetails() {
        return hidden(SHOWN_ON_DETAILS);
    }

    /** Whether she has not said who she is, nor how: only that no question stopped her. */
    public boolean isAnonymous() {
        return SHOWN_ON_DETAILS.stream().allMatch(name -> value(name).isEmpty());
    }

    private List<Hidden> hidden(Set<String> shown) {
        List<Hidden> hidden = new ArrayList<>();
        for (RedFlag flag : RedFlag.values()) {
            hidden.add(new Hidden(flag.field(), value(flag.field())));
        }
        for (String name : CARRIED) {
            if (!shown.contains(name) && !value(name).isEmpty()) {
                hidden.add(new Hidden(name, value(name)));
            }
        }
        return hidden;
    }

    UUID holdId() {
        try {
            return UUID.fromString(value("hold"));
        } catch (IllegalArgumentException e) {
            throw StartAgain.wrong("hold");
        }
    }

    SlotChoice slotOf(ServiceInfo service) {
        return OfferedTimes.chosen(value("slot"))
                .map(c -> new SlotChoice(service.id(), c.practitionerId(), c.start()))
                .orElseThrow(() -> StartAgain.wrong("slot"));
    }

    @Nullable LocalDate from() {
        try {
            return value("from").isEmpty() ? null : LocalDate.parse(value("from"));
        } catch (DateTimeException e) {
            throw StartAgain.wrong("from");
        }
    }
}
