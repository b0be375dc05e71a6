package org.ilium.lanes;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Which test class runs in which lane. The first has the classes that want the program as it
 * usually is, which are most of the work; the second has those that want it with other settings or
 * beside another server, each such program in this lane alone, and those that want none. A share of
 * the first's work is left to the second, so that both take about as long.
 */
final class Lanes {

    /** The names Surefire takes for tests' when nobody tells it. */
    private static final Pattern NAMED_A_TEST =
            Pattern.compile("(.*\\.)?(Test[^.$]*|[^.$]*(Test|Tests|TestCase))");

    /** So many in a hundred of the classes that want the usual program are the second lane's. */
    private static final int SHARE = 10;

    private Lanes() {}

    static List<Class<?>> all() {
        return List.of(Lane1.class, Lane2.class);
    }

    /** The test classes of a lane. */
    static List<Class<?>> testClassesOf(Class<?> lane) {
        return classes().stream()
                .filter(type -> NAMED_A_TEST.matcher(type.getName()).matches())
                .filter(test -> of(test) == lane)
                .toList();
    }

    static Class<?> of(Class<?> test) {
        return wantsUsualProgram(test) && !isOfShare(test) ? Lane1.class : Lane2.class;
    }

    static boolean wantsUsualProgram(Class<?> test) {
        return AnnotationSupport.isAnnotated(test, QuarkusTest.class)
                && !AnnotationSupport.isAnnotated(test, TestProfile.class)
                && AnnotationSupport.findRepeatableAnnotations(test, WithTestResource.class)
                        .isEmpty();
    }

    /** By nothing but its name, so that a class stays where it is whatever others are added. */
    private static boolean isOfShare(Class<?> test) {
        return Math.floorMod(test.getName().hashCode(), 100) < SHARE;
    }

    /** All that were compiled with the tests, without those inside others. */
    static List<Class<?>> classes() {
        Path root = root();
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .map(file -> file.replace(root.getFileSystem().getSeparator(), "."))
                    .sorted()
                    .<Class<?>>map(Lanes::load)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            return Path.of(Lanes.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** To be looked at only: Quarkus loads it again, for the program it is to run in. */
    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Lanes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
