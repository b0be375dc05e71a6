package org.ilium.mail.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ilium.access.Roles;
import org.ilium.mail.Deliveries;
import org.ilium.mail.Delivery;
import org.ilium.mail.MailKind;
import org.ilium.mail.MailStatus;
import org.ilium.web.FieldErrors;
import org.ilium.web.RefusedException;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The messages about an appointment or a plan, and what became of them. */
@Path("/api/v1/messages")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FRONT_DESK, Roles.THERAPIST, Roles.ADMINISTRATOR})
@Tag(name = "messages", description = "What was mailed, and what became of it")
class MessagesApi {

    private final Deliveries deliveries;

    MessagesApi(Deliveries deliveries) {
        this.deliveries = deliveries;
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
                        ? deliveries.ofAppointment(id("appointment", appointment))
                        : deliveries.ofProgram(id("program", program));
        return found.stream().map(MessagesApi::view).toList();
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
                delivery.recipient(),
                delivery.attempts(),
                delivery.detail(),
                delivery.createdAt(),
                delivery.sentAt(),
                delivery.toldByPhoneAt());
    }

    /** A message in JSON; {@code kind} and {@code status} are the words of the ledger. */
    @Schema(name = "Message")
    record MessageView(
            UUID id,
            @Schema(implementation = MailKind.class) String kind,
            @Schema(implementation = MailStatus.class) String status,
            @Nullable String recipient,
            int attempts,
            @Nullable String detail,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable Instant toldByPhoneAt) {}
}
