package org.ilium.messages.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.May;
import org.ilium.messages.Deliveries;
import org.ilium.messages.Delivery;
import org.ilium.messages.MailStatus;
import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The messages about an appointment or a plan, and what became of them. */
@Path("/api/v1/messages")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(May.SEE_MESSAGES)
@Tag(name = "messages", description = "What was mailed, and what became of it")
class MessagesApi {

    static final String APPOINTMENT = "appointment";
    static final String PROGRAM = "program";

    private final Deliveries deliveries;
    private final MessageReads reads;

    MessagesApi(Deliveries deliveries, MessageReads reads) {
        this.deliveries = deliveries;
        this.reads = reads;
    }

    /** Newest first; none for what nobody was told of. */
    @GET
    @Operation(
            summary = "The messages about an appointment, or about a program's plan, newest first",
            description = "Give one of the two.")
    public List<MessageView> about(
            @RestQuery @Nullable String appointment, @RestQuery @Nullable String program) {
        List<Delivery> found =
                program == null
                        ? reads.about(APPOINTMENT, id(APPOINTMENT, appointment))
                        : reads.about(PROGRAM, id(PROGRAM, program));
        return found.stream().map(MessagesApi::view).toList();
    }

    /** What the page lists, with its limit. */
    @GET
    @Path("not-told")
    @Operation(
            summary = "The patients not told, those of the next visits first",
            description =
                    "A message failed or was stopped, cannot go by mail, or waits for longer than the visit allows:"
                            + " a minute or two if it is soon, at most an hour. While no mail"
                            + " server is set, every message that waits is here.")
    public List<MessageView> notTold() {
        List<Delivery> found = deliveries.notTold(MessagesPage.SHOWN);
        reads.recordList(found);
        return found.stream().map(MessagesApi::view).toList();
    }

    @POST
    @Path("{id}/told")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Note that she was told by phone or on paper; what still waits is not sent",
            description = "Noting it again changes nothing.")
    public MessageView told(@RestPath UUID id) {
        Delivery told = deliveries.toldByPhone(id).orElseThrow(RefusedException::notFound);
        reads.recordOne(told);
        return view(told);
    }

    private static UUID id(String field, @Nullable String given) {
        try {
            return UUID.fromString(given == null ? "" : given);
        } catch (IllegalArgumentException e) {
            throw RefusedException.of(new FieldErrors().add(field, "must be its id"));
        }
    }

    private static MessageView view(Delivery delivery) {
        return new MessageView(
                delivery.id(),
                delivery.kind().code(),
                delivery.status().code(),
                delivery.patientId(),
                delivery.appointmentId(),
                delivery.recipient(),
                delivery.attempts(),
                delivery.detail(),
                delivery.createdAt(),
                delivery.sentAt(),
                delivery.toldByPhoneAt(),
                delivery.toldBy(),
                delivery.notTold());
    }

    /** A message in JSON; {@code kind} and {@code status} are the words of the ledger. */
    @Schema(name = "Message")
    record MessageView(
            UUID id,
            @Schema(ref = KindsInDescription.SCHEMA) String kind,
            @Schema(implementation = MailStatus.class) String status,
            @Nullable UUID patientId,
            @Nullable UUID appointmentId,
            @Nullable String recipient,
            int attempts,
            @Nullable String detail,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable Instant toldByPhoneAt,
            @Schema(description = "The account of who told her") @Nullable UUID toldBy,
            boolean notTold) {}
}
