package org.ilium.web;

/**
 * Thrown at the edge only, to answer a request with a problem; rolls back whatever transaction it
 * passes through. Domain code returns typed results instead.
 */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public RefusedException(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    /** The named fields are wrong: 400. */
    public static RefusedException of(FieldErrors errors) {
        return new RefusedException(Problem.ofFields(errors.list()));
    }

    /** There is no such thing, or it is not this caller's: 404. */
    public static RefusedException notFound() {
        return new RefusedException(
                Problem.of(404, "not-found", "Not found", "We could not find what you asked for."));
    }

    public Problem problem() {
        return problem;
    }
}
