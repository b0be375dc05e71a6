package org.ilium.messages.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.ilium.access.May;
import org.ilium.messages.Deliveries;
import org.ilium.messages.Delivery;
import org.ilium.messages.MailSettings;
import org.ilium.web.Html;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;

/** Who was told what by mail, and whom the desk still has to tell. */
@Path("/messages")
@Blocking
@RolesAllowed(May.SEE_MESSAGES)
class MessagesPage {

    static final int SHOWN = 100;
    private static final int NOTICES = 3;

    private final Deliveries deliveries;
    private final MessageReads reads;
    private final MessageRows rows;
    private final MailSettings settings;

    MessagesPage(
            Deliveries deliveries, MessageReads reads, MessageRows rows, MailSettings settings) {
        this.deliveries = deliveries;
        this.reads = reads;
        this.rows = rows;
        this.settings = settings;
    }

    @GET
    public Response list() {
        List<Delivery> notTold = deliveries.notTold(SHOWN);
        List<Delivery> newest = deliveries.newest(SHOWN);
        reads.recordList(Stream.concat(notTold.stream(), newest.stream()).toList());
        return Html.page(
                200, Templates.messages(rows.of(notTold), rows.of(newest), settings.canSend()));
    }

    @POST
    @Path("{id}/told")
    public Response told(@RestPath UUID id) {
        if (deliveries.toldByPhone(id).isEmpty()) {
            throw RefusedException.notFound();
        }
        return Html.seeOther("/messages#not-told");
    }

    /** A fragment for the day board; empty when the appointment has no messages. */
    @GET
    @Path("status/{appointmentId}")
    public Response status(@RestPath UUID appointmentId) {
        return Html.page(
                200,
                Templates.messageStatus(
                        rows.of(reads.about(MessagesApi.APPOINTMENT, appointmentId))));
    }

    /** A fragment for the chart and the program's page: the newest notices of a plan. */
    @GET
    @Path("status/plans/{programId}")
    public Response planStatus(@RestPath UUID programId) {
        return Html.page(
                200,
                Templates.messageStatus(
                        rows.of(
                                reads.about(MessagesApi.PROGRAM, programId).stream()
                                        .limit(NOTICES)
                                        .toList())));
    }

    @CheckedTemplate(basePath = "messages")
    static class Templates {
        static native TemplateInstance messages(
                List<MessageRow> notTold, List<MessageRow> newest, boolean canSend);

        static native TemplateInstance messageStatus(List<MessageRow> rows);
    }
}
