package org.ilium.access.web;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ilium.access.AccountEvents.Event;
import org.ilium.access.ClinicZone;
import org.ilium.access.OpenSession;
import org.ilium.shared.TimeOfDay;
import org.jspecify.annotations.Nullable;

/** Sessions and what happened to accounts, as pages show them. */
@Singleton
class SignInsWords {

    static final int ROWS = 50;

    private static final TimeOfDay.AfterDate WHEN = TimeOfDay.after("EEE, MMM d, yyyy");

    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("sign-in", "Signed in"),
                    Map.entry("sign-in-failed", "Wrong password"),
                    Map.entry("sign-in-throttled", "Had to wait after wrong passwords"),
                    Map.entry("sign-out", "Signed out"),
                    Map.entry("session-expired", "Signed out after a while without use"),
                    Map.entry("end-session", "Signed out at one browser"),
                    Map.entry("end-sessions", "Signed out everywhere else"),
                    Map.entry("change-password", "Chose a new password"),
                    Map.entry("change-password-failed", "Wrong password when changing it"),
                    Map.entry("change-roles", "Roles changed"),
                    Map.entry("create", "Account made"),
                    Map.entry("invite", "Link for a new password made"),
                    Map.entry("deactivate", "Account closed"));

    private final ClinicZone zone;

    SignInsWords(ClinicZone zone) {
        this.zone = zone;
    }

    /** A session that is open. */
    record SessionLine(
            UUID id, String browser, String network, String since, String used, boolean current) {}

    /** What happened once; {@code bad} when it failed, {@code by} when somebody else did it. */
    record EventLine(
            String when,
            String what,
            boolean bad,
            String account,
            @Nullable String by,
            @Nullable String from) {}

    /** A page of them; {@code older} is where those before are, null at the end. */
    record Page(List<EventLine> lines, @Nullable String older) {}

    SessionLine line(OpenSession session) {
        return new SessionLine(
                session.id(),
                session.browser().isEmpty() ? "A browser" : session.browser(),
                session.network(),
                at(session.createdAt()),
                at(session.lastSeenAt()),
                session.current());
    }

    /** Of one row more than are shown, when there are as many. */
    Page page(List<Event> events, String olderThan) {
        List<Event> shown = events.subList(0, Math.min(ROWS, events.size()));
        String older = events.size() > ROWS ? olderThan + shown.get(ROWS - 1).id() : null;
        return new Page(shown.stream().map(this::line).toList(), older);
    }

    private EventLine line(Event event) {
        boolean byOther = event.by() != null && !event.by().equals(event.account());
        return new EventLine(
                at(event.at()),
                WORDS.getOrDefault(event.action(), event.action()),
                event.action().endsWith("-failed") || event.action().endsWith("-throttled"),
                event.account() == null ? "No account with that email" : event.account(),
                byOther ? event.by() : null,
                from(event));
    }

    private static @Nullable String from(Event event) {
        if (event.network() == null) {
            return event.browser();
        }
        return event.browser() == null ? event.network() : event.browser() + ", " + event.network();
    }

    private String at(Instant instant) {
        ZoneId here = zone.zone();
        return WHEN.format(instant.atZone(here));
    }
}
