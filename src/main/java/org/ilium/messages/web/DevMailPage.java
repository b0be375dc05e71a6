package org.ilium.messages.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.messages.LocalOutbox;
import org.ilium.messages.LocalOutbox.Sent;
import org.ilium.messages.MailSettings;
import org.ilium.shared.DemoMode;
import org.ilium.shared.TimeOfDay;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;

/** The demo's mailbox: every message as it would have been sent. Nothing outside the demo. */
@Path("/dev/mail")
@Blocking
@PermitAll
class DevMailPage {

    private static final int SHOWN = 100;
    private static final TimeOfDay.AfterDate WHEN = TimeOfDay.after("MMM d");

    private final LocalOutbox outbox;
    private final ClinicDirectory clinic;
    private final MailSettings settings;
    private final boolean demo;

    DevMailPage(LocalOutbox outbox, ClinicDirectory clinic, MailSettings settings, DemoMode demo) {
        this.outbox = outbox;
        this.clinic = clinic;
        this.settings = settings;
        this.demo = demo.isOn();
    }

    @GET
    public Response list() {
        requireDemo();
        return Html.page(
                200,
                Templates.devMail(
                        outbox.newest(SHOWN).stream()
                                .map(
                                        mail ->
                                                new Line(
                                                        mail.id(),
                                                        mail.recipient(),
                                                        mail.subject(),
                                                        when(mail)))
                                .toList(),
                        settings.isLocal()));
    }

    @GET
    @Path("{id}")
    public Response open(@RestPath UUID id) {
        requireDemo();
        Sent mail = outbox.find(id).orElseThrow(RefusedException::notFound);
        return Html.page(200, Templates.devMailOne(mail, when(mail), MailLinks.in(mail.plain())));
    }

    /** The message alone, for the frame on its page. */
    @GET
    @Path("{id}/html")
    public Response html(@RestPath UUID id) {
        requireDemo();
        return Html.mail(outbox.find(id).orElseThrow(RefusedException::notFound).html());
    }

    private void requireDemo() {
        if (!demo) {
            throw RefusedException.notFound();
        }
    }

    private String when(Sent mail) {
        return WHEN.format(mail.at().atZone(clinic.profile().zone()));
    }

    record Line(UUID id, String recipient, String subject, String when) {}

    @CheckedTemplate(basePath = "messages")
    static class Templates {
        static native TemplateInstance devMail(List<Line> mails, boolean local);

        static native TemplateInstance devMailOne(Sent mail, String when, List<String> links);
    }
}
