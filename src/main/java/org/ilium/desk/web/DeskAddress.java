package org.ilium.desk.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ilium.web.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Where a panel is found again, by going back, loading again or from a colleague: its path, what
 * was picked in it, and the day of the board beside it unless that is the panel's own. Ids and
 * dates, nothing that says who somebody is.
 */
record DeskAddress(String path, String whole, @Nullable String before) {

    /** The parameter that names the board's day. */
    static final String DAY = "day";

    /** The header in which a board names its day. */
    static final String BOARDS_DAY = "Ilium-Day";

    private static final Set<String> PICKED =
            Set.of("service", "practitioner", "from", DeskVisits.TOLD);

    /**
     * {@code path} may have a query; {@code own} is the day on whose board the panel is at home.
     */
    static DeskAddress of(HttpServerRequest request, String path, LocalDate own) {
        int asked = path.indexOf('?');
        String plain = asked < 0 ? path : path.substring(0, asked);
        Set<String> parameters = new LinkedHashSet<>();
        if (asked >= 0) {
            parameters.addAll(List.of(path.substring(asked + 1).split("&")));
        }
        String query = request.query();
        if (query != null && plain.equals(request.path())) {
            for (String parameter : query.split("&")) {
                if (PICKED.contains(parameter.replaceFirst("=.*", ""))) {
                    parameters.add(parameter);
                }
            }
        }
        LocalDate beside = day(request.getHeader(BOARDS_DAY));
        if (beside != null && !beside.equals(own)) {
            parameters.add(DAY + "=" + beside);
        }
        String whole = parameters.isEmpty() ? plain : plain + "?" + String.join("&", parameters);
        return new DeskAddress(plain, whole, request.getHeader("HX-Current-URL"));
    }

    /** Another panel is another step of the browser's history; another look at one is not. */
    void tell(Response.ResponseBuilder response) {
        URI now = now();
        boolean samePanel = now != null && path.equals(now.getPath());
        response.header(samePanel ? "HX-Replace-Url" : "HX-Push-Url", whole);
    }

    private @Nullable URI now() {
        try {
            return before == null ? null : URI.create(before);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Null when it is none. */
    static @Nullable LocalDate day(@Nullable String sent) {
        try {
            return sent == null ? null : BoardPage.date(sent);
        } catch (RefusedException e) {
            return null;
        }
    }
}
