package org.ilium.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Answers for a browser: a page with a status, or the way to another page after a form. */
public final class Html {

    private Html() {}

    /** The page; a form shown again because of what was entered has the status of the refusal. */
    public static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(page.render())
                .build();
    }

    /**
     * A mail as its mailbox shows it, for a frame: it may bring styles of its own, which mail
     * needs, and nothing else; links in it open apart.
     */
    public static Response mail(String html) {
        return Response.status(200)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri"
                                + " 'none'; form-action 'none'; frame-ancestors 'self'; sandbox"
                                + " allow-popups allow-popups-to-escape-sandbox")
                .entity(html)
                .build();
    }

    /**
     * Sends the browser on with GET, so that loading again repeats nothing. Names no host and no
     * scheme: a proxy's may be others than ours.
     */
    public static Response seeOther(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, URI.create(path).toString())
                .build();
    }
}
