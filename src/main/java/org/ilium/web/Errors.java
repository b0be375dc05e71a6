package org.ilium.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.ForbiddenException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.StaleStateException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns whatever was thrown into a problem; {@link ProblemResponses} gives it the form asked for.
 */
class Errors {

    private static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";

    /** The address of a form's answer, typed or opened from the history. */
    private static final Problem REOPENED =
            Problem.of(
                    405,
                    "not-allowed-here",
                    "This page cannot be opened again",
                    "It was the answer to a form. Go back to the page with the form and start from"
                            + " there.");

    private final ProblemResponses responses;
    private final OutageAnswers outages;
    private final RoutingContext request;

    Errors(ProblemResponses responses, OutageAnswers outages, RoutingContext request) {
        this.responses = responses;
        this.outages = outages;
        this.request = request;
    }

    @ServerExceptionMapper
    Response refused(RefusedException e) {
        return responses.of(e.problem());
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e) {
        List<FieldError> errors =
                e.getConstraintViolations().stream()
                        .map(
                                v ->
                                        new FieldError(
                                                FieldErrors.jsonPath(v.getPropertyPath()),
                                                v.getMessage()))
                        .toList();
        return responses.of(Problem.ofFields(errors));
    }

    /** Named on its own too: the framework's mapper of it would win, and names no field. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response unreadable(JsonProcessingException e) {
        return responses.of(UnreadableJson.problem(e));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return responses.of(
                Problem.of(
                        403,
                        "not-allowed",
                        "Not for this account",
                        "Your role does not include this."));
    }

    @ServerExceptionMapper({OptimisticLockException.class, StaleStateException.class})
    Response stale(Exception e) {
        return responses.of(Problem.stale(null, List.of()));
    }

    /** A path that leads nowhere; or, in the API, a query parameter that is not of its type. */
    @ServerExceptionMapper
    Response notFound(NotFoundException e, ResourceInfo resource, UriInfo uri) {
        if (e.getCause() == null || !ProblemResponses.isApi(request.request())) {
            return http(e);
        }
        FieldErrors wrong =
                QueryParameters.wrong(resource.getResourceMethod(), uri.getQueryParameters());
        return wrong.isEmpty() ? http(e) : responses.of(Problem.ofFields(wrong.list()));
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        if (status == 400 && e.getCause() instanceof JsonProcessingException json) {
            return unreadable(json);
        }
        if (status == 405
                && HttpMethod.GET.equals(request.request().method())
                && !ProblemResponses.isApi(request.request())) {
            return responses.of(REOPENED);
        }
        return status >= 500 ? fault(e) : responses.of(ProblemResponses.ofStatus(status));
    }

    /** A fault of ours: the log and the answer share an id; the answer says nothing else. */
    @ServerExceptionMapper
    Response fault(Throwable e) {
        Response outage = outages.of(e, request);
        if (outage != null) {
            return outage;
        }
        if (isUnstorableText(e)) {
            return responses.of(
                    Problem.of(
                            400,
                            "unreadable",
                            "The text cannot be kept",
                            "It has a character that is no text. Type it again by hand."));
        }
        return responses.of(FaultLog.note(e));
    }

    /** PostgreSQL keeps any text but one with a NUL character, which nobody types. */
    private static boolean isUnstorableText(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && CHARACTER_NOT_IN_REPERTOIRE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
