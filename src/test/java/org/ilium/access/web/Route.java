package org.ilium.access.web;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.access.Roles;

/** One line of {@code routes.txt}: a route and who may use it. */
record Route(String method, String path, Set<String> allowed) {

    static final String ANONYMOUS = "anonymous";

    static final List<String> CALLERS =
            List.of(ANONYMOUS, Roles.FRONT_DESK, Roles.THERAPIST, Roles.ADMINISTRATOR);

    String name() {
        return method + " " + path;
    }

    boolean allows(String caller) {
        return allowed.contains(ANONYMOUS) || allowed.contains(caller);
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

    static List<Route> declared() {
        try {
            return Files.readAllLines(java.nio.file.Path.of("src/test/resources/routes.txt"))
                    .stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Route::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Route parse(String line) {
        String[] parts = line.split("\\s+:\\s+");
        String[] name = parts[0].split("\\s+");
        Set<String> allowed = Set.of(parts[1].strip().split("\\s*,\\s*"));
        if (!CALLERS.containsAll(allowed)) {
            throw new IllegalArgumentException("routes.txt names an unknown role: " + line);
        }
        return new Route(name[0], name[1], allowed);
    }

    /** The names of all routes found in the compiled program. */
    static Set<String> built() {
        return new ClassFileImporter()
                .importPath("target/classes").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream())
                        .flatMap(method -> nameOf(method).stream())
                        .collect(Collectors.toCollection(TreeSet::new));
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
