package org.ilium.patients;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was true of a patient before, oldest first. */
final class Former {

    private static final int MOST = 20;

    private Former() {}

    /**
     * With what has just been changed; what is true again, or differs in its letters' case alone,
     * is not former.
     */
    static String[] with(String[] former, @Nullable String before, @Nullable String now) {
        List<String> all = new ArrayList<>(List.of(former));
        if (before != null && !before.equals(now)) {
            all.removeIf(before::equalsIgnoreCase);
            all.add(before);
        }
        all.removeIf(known -> known.equalsIgnoreCase(now));
        return all.subList(Math.max(0, all.size() - MOST), all.size()).toArray(String[]::new);
    }
}
