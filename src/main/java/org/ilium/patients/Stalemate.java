package org.ilium.patients;

import java.util.List;
import org.ilium.shared.Refusal;
import org.ilium.web.Difference;

/** The refusal of an edit that began from an older version; says how the two differ. */
public interface Stalemate extends Refusal {

    List<Difference> differences();

    @Override
    default String code() {
        return "stale";
    }

    @Override
    default String reason() {
        return "Somebody changed this meanwhile. See what differs, then save again.";
    }

    @Override
    default int status() {
        return 409;
    }
}
