package org.ilium.access.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which page a form was on, by the path it was sent to; empty where there is none. */
final class WayBack {

    private static final String ID = "\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

    /** The longest first: the page is the first that the path begins with. */
    private static final Pattern PAGE =
            Pattern.compile(
                    String.join(
                                    "|",
                                    "/book",
                                    "/p/[^/]+",
                                    "/r/[^/]+/share",
                                    "/r/[^/]+",
                                    "/a/[^/]+/(?:cancel|move)",
                                    "/(?:setup|invite)/[^/]+",
                                    "/sign-in",
                                    "/patients/ID/(?:edit|episode-close|episode"
                                            + "|pregnancy-end|stop-signs)",
                                    "/patients/(?:ID|new)",
                                    "/patients",
                                    "/programs/ID",
                                    "/desk/appointments/ID/move",
                                    "/desk/appointments/ID",
                                    "/desk/time-off",
                                    "/desk",
                                    "/therapist",
                                    "/messages",
                                    "/reviews/queue",
                                    "/settings/practitioners/ID/hours",
                                    "/settings/(?:practitioners|services)/ID",
                                    "/settings/[a-z-]+",
                                    "/dev/reset")
                            .replace("ID", ID)
                            .transform(pages -> "(?:" + pages + ")(?=/|$)"));

    private WayBack() {}

    static String of(String path) {
        Matcher page = PAGE.matcher(path);
        return page.lookingAt() ? page.group() : "";
    }
}
