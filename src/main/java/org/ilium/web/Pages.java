package org.ilium.web;

import java.util.List;
import java.util.Map;

/**
 * The pages of one module, as a bean of it, told to those that know of no module: its places in the
 * navigation, and where a refused form leads back to. Paths are templates; {@code {id}} is a UUID,
 * any other parameter one segment.
 */
public interface Pages {

    /** The links at the top of every staff page; none unless it says otherwise. */
    default List<Place> places() {
        return List.of();
    }

    /** Pages from which staff or strangers send a form to a path that begins with the page's. */
    default List<String> withForms() {
        return List.of();
    }

    /**
     * Pages of a patient's own link, which have forms too, and what the way back there is called.
     */
    default Map<String, String> ofPatients() {
        return Map.of();
    }

    /** A link in the order of {@code position}, shown to whoever may do {@code action}. */
    record Place(int position, String href, String label, String action) {}
}
