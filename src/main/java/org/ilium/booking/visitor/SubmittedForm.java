package org.ilium.booking.visitor;

import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ilium.booking.api.RedFlag;
import org.ilium.web.FieldErrors;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/** What one form sent; a field sent twice is refused, for nobody can tell which was meant. */
final class SubmittedForm {

    private final Map<String, String> values = new LinkedHashMap<>();

    static SubmittedForm ofRequest() {
        SubmittedForm form = new SubmittedForm();
        FormData data = CurrentRequestManager.get().getFormData();
        if (data != null) {
            for (String name : data) {
                Deque<FormValue> sent = data.get(name);
                if (sent.size() > 1) {
                    throw StartAgain.twice(name);
                }
                form.values.put(name, sent.getFirst().getValue());
            }
        }
        return form;
    }

    /** Empty text when it was not sent. */
    String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** The answers given: field to "yes" or "no". */
    boolean isYes(RedFlag flag) {
        return value(flag.field()).equals("yes");
    }

    boolean isAnswered(RedFlag flag) {
        return isYes(flag) || value(flag.field()).equals("no");
    }

    List<RedFlag> raised() {
        List<RedFlag> raised = new ArrayList<>();
        for (RedFlag flag : RedFlag.values()) {
            if (isYes(flag)) {
                raised.add(flag);
            }
        }
        return raised;
    }

    FieldErrors unanswered() {
        FieldErrors errors = new FieldErrors();
        for (RedFlag flag : RedFlag.values()) {
            if (!isAnswered(flag)) {
                errors.add(flag.field(), "Please answer yes or no.");
            }
        }
        return errors;
    }
}
