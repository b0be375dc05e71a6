package org.ilium.access.web;

import io.quarkus.qute.TemplateData;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.ilium.access.CurrentStaff;
import org.ilium.access.SessionTimes;
import org.ilium.web.ModulePages;

/** The links at the top of every staff page: those the member of staff may use. */
@Named("staffNav")
@RequestScoped
@TemplateData
public class StaffNav {

    private final ModulePages pages;
    private final CurrentStaff current;
    private final SessionTimes times;
    private final HttpServerRequest request;

    StaffNav(
            ModulePages pages,
            CurrentStaff current,
            SessionTimes times,
            HttpServerRequest request) {
        this.pages = pages;
        this.current = current;
        this.times = times;
        this.request = request;
    }

    /** In the order in which they are shown; empty when nobody is signed in. */
    public List<Link> getLinks() {
        return pages.places().stream()
                .filter(place -> current.may(place.action()))
                .map(place -> new Link(place.href(), place.label(), isHere(place.href())))
                .toList();
    }

    /** The name of who is signed in; empty text when nobody is. */
    public String getStaffName() {
        return current.displayName();
    }

    /** After how long without use a page's session ends. */
    public long getIdleSeconds() {
        return times.idle().toSeconds();
    }

    private boolean isHere(String href) {
        String path = request.path();
        return path.equals(href) || path.startsWith(href + "/");
    }

    /** A link of the navigation; {@code here} when the page shown belongs to it. */
    @TemplateData
    public record Link(String href, String label, boolean here) {}
}
