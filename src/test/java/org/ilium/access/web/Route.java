package org.ilium.access.web;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ilium.access.Roles;
import org.jspecify.annotations.Nullable;

/** One line of {@code routes.txt}: a route, the action it is, and who may use it. */
record Route(String method, String path, String action, Set<String> allowed) {

    static final String ANONYMOUS = "anonymous";

    private static final String OR_STAFF = ANONYMOUS + " or ";

    static final List<String> CALLERS =
            List.of(ANONYMOUS, Roles.FRONT_DESK, Roles.THERAPIST, Roles.ADMINISTRATOR);

    String name() {
        return method + " " + path;
    }

    boolean allows(String caller) {
        return action.equals(ANONYMOUS) || allowed.contains(caller);
    }

    /** What its annotation can say: the rest is decided once somebody is known. */
    String annotated() {
        return action.startsWith(OR_STAFF) ? ANONYMOUS : action;
    }

    boolean isApi() {
        return path.startsWith("/api/");
    }

    boolean isReading() {
        return method.equals("GET");
    }

    boolean hasBody() {
        return Set.of("POST", "PUT", "PATCH").contains(method);
    }

    /** The path with a made-up id or token for every parameter. */
    String example() {
        return path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    /** What is left of the path once it does not matter whether it is a page's or the API's. */
    String twin() {
        String verb = isReading() ? "read " : method.equals("DELETE") ? "remove " : "write ";
        return verb
                + path.replaceFirst("^/(api/v1|desk|therapist|settings)/", "/")
                        .replaceAll("\\{[^}]+}", "{}");
    }

    static List<Route> declared() {
        Map<String, Set<String>> actions = actions();
        return lines().filter(line -> !line.contains(" = "))
                .map(line -> parse(line, actions))
                .toList();
    }

    /** Each action with the roles that may do it. */
    static Map<String, Set<String>> actions() {
        return lines().map(line -> line.split("\\s+=\\s+"))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(parts -> parts[0], parts -> roles(parts[1])));
    }

    private static Stream<String> lines() {
        try {
            return Files.readAllLines(java.nio.file.Path.of("src/test/resources/routes.txt"))
                    .stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> roles(String list) {
        Set<String> roles = Set.of(list.strip().split("\\s*,\\s*"));
        if (!Roles.ALL.containsAll(roles)) {
            throw new IllegalArgumentException("routes.txt names an unknown role: " + list);
        }
        return roles;
    }

    private static Route parse(String line, Map<String, Set<String>> actions) {
        String[] parts = line.split("\\s+:\\s+");
        String[] name = parts[0].split("\\s+");
        String action = parts[1].strip();
        Set<String> allowed = allowed(action, actions);
        if (allowed == null) {
            throw new IllegalArgumentException(
                    "routes.txt: give this route one of the actions named there: " + line);
        }
        return new Route(name[0], name[1], action, allowed);
    }

    private static @Nullable Set<String> allowed(String action, Map<String, Set<String>> actions) {
        if (action.equals(ANONYMOUS)) {
            return Set.of(ANONYMOUS);
        }
        if (!action.startsWith(OR_STAFF)) {
            return actions.get(action);
        }
        Set<String> allowed = new TreeSet<>(actions.get(action.substring(OR_STAFF.length())));
        allowed.add(ANONYMOUS);
        return allowed;
    }

    /** The names of all routes found in the compiled program. */
    static Set<String> built() {
        return new TreeSet<>(named().keySet());
    }

    /** All routes found in the compiled program, each with what its method's annotations name. */
    static Map<String, String> named() {
        return new ClassFileImporter()
                .importPath("target/classes").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> nameOf(method).isPresent())
                        .collect(
                                Collectors.toMap(
                                        method -> nameOf(method).orElseThrow(), Route::actionOf));
    }

    private static String actionOf(JavaMethod method) {
        if (method.isAnnotatedWith(PermitAll.class)) {
            return ANONYMOUS;
        }
        RolesAllowed own =
                method.tryGetAnnotationOfType(RolesAllowed.class)
                        .or(() -> method.getOwner().tryGetAnnotationOfType(RolesAllowed.class))
                        .orElse(null);
        return own == null ? ANONYMOUS : String.join(",", own.value());
    }

    /** Its verb and path, unless it answers no request. */
    static Optional<String> nameOf(JavaMethod method) {
        return method.getAnnotations().stream()
                .filter(a -> a.getRawType().isAnnotatedWith(HttpMethod.class))
                .map(a -> a.getRawType().getAnnotationOfType(HttpMethod.class).value())
                .map(verb -> verb + " " + joined(method.getOwner(), method))
                .findFirst();
    }

    private static String joined(JavaClass type, JavaMethod method) {
        String rest =
                method.tryGetAnnotationOfType(Path.class)
                        .map(path -> "/" + path.value())
                        .orElse("");
        String whole = "/" + type.getAnnotationOfType(Path.class).value() + rest;
        String plain = whole.replaceAll("/+", "/").replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
        return plain.length() > 1 && plain.endsWith("/")
                ? plain.substring(0, plain.length() - 1)
                : plain;
    }
}
