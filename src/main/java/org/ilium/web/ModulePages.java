package org.ilium.web;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What all modules say of their pages, in one. */
@Singleton
public class ModulePages {

    private static final String ID = "\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final List<Pages.Place> places;
    private final List<Form> forms;

    /** {@code label} is null for a page that is not of a patient's own link. */
    private record Form(String template, Pattern pattern, @Nullable String label) {

        static Form of(String template, @Nullable String label) {
            StringBuilder pattern = new StringBuilder();
            for (String segment : template.substring(1).split("/")) {
                pattern.append('/')
                        .append(
                                segment.equals("{id}")
                                        ? ID
                                        : segment.startsWith("{")
                                                ? "[\\w-]+"
                                                : Pattern.quote(segment));
            }
            return new Form(template, Pattern.compile(pattern + "(?=/|$)"), label);
        }

        int length() {
            return template.split("/").length;
        }
    }

    ModulePages(@All List<Pages> modules) {
        places =
                modules.stream()
                        .flatMap(module -> module.places().stream())
                        .sorted(Comparator.comparingInt(Pages.Place::position))
                        .toList();
        List<Form> found = new ArrayList<>();
        for (Pages module : modules) {
            module.withForms().forEach(page -> found.add(Form.of(page, null)));
            for (Map.Entry<String, String> page : module.ofPatients().entrySet()) {
                found.add(Form.of(page.getKey(), page.getValue()));
            }
        }
        // a path begins with several: the longest is the page the form was on
        found.sort(Comparator.comparingInt(Form::length).reversed());
        forms = List.copyOf(found);
    }

    /** The navigation, in its order. */
    public List<Pages.Place> places() {
        return places;
    }

    /** Where whoever may do this does it; an action without a place is a mistake of ours. */
    public String placeOf(String action) {
        return places.stream()
                .filter(place -> place.action().equals(action))
                .findFirst()
                .orElseThrow()
                .href();
    }

    /** The page that a form was on, by the path it was sent to; empty where there is none. */
    public String formOf(String path) {
        for (Form form : forms) {
            Matcher page = form.pattern.matcher(path);
            if (page.lookingAt()) {
                return page.group();
            }
        }
        return "";
    }

    /**
     * The page of a patient's own link, for when something she did there was refused. Null
     * elsewhere, and when the link itself was refused: it leads to no page then.
     */
    @Nullable WayBack ofPatient(String path, int status) {
        if (status == NOT_FOUND || status == GONE) {
            return null;
        }
        for (Form form : forms) {
            Matcher page = form.pattern.matcher(path);
            if (form.label != null && page.lookingAt()) {
                return new WayBack(page.group(), form.label);
            }
        }
        return null;
    }
}
