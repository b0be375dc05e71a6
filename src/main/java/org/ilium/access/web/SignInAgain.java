package org.ilium.access.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.access.DemoAccounts;
import org.ilium.access.SignIn;
import org.ilium.access.SignInOutcome;
import org.ilium.access.SignInOutcome.Opened;
import org.ilium.access.SignInOutcome.TooSoon;
import org.ilium.access.Staff;
import org.ilium.access.StaffSessions;
import org.ilium.web.Html;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jspecify.annotations.Nullable;

/**
 * Signing in again in the middle of work, by the same person at the same browser. A form that came
 * after its session had run out is sent here by the browser, held in the page as it was typed, and
 * sent on to where it was meant once she has signed in; nothing of it is kept anywhere. A page with
 * script asks in a dialog instead and then repeats what was refused.
 */
@Path("/sign-in/again")
@Blocking
class SignInAgain {

    /** A page's script that opens the dialog says so with each of its requests. */
    static final String DIALOG = "Ilium-Sign-In-Dialog";

    /** Names that no other form uses. */
    private static final String OWN_FIELDS = "again-";

    private static final int SEND_THERE_AGAIN = 307;

    private final SignIn signIn;
    private final StaffSessions sessions;
    private final DemoAccounts demo;
    private final Callers callers;
    private final Entrance entrance;
    private final RoutingContext request;
    private final String formToken;

    SignInAgain(
            SignIn signIn,
            StaffSessions sessions,
            DemoAccounts demo,
            Callers callers,
            Entrance entrance,
            RoutingContext request,
            @ConfigProperty(name = "quarkus.rest-csrf.form-field-name", defaultValue = "csrf-token")
                    String formToken) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.demo = demo;
        this.callers = callers;
        this.entrance = entrance;
        this.request = request;
        this.formToken = formToken;
    }

    /** Where a form is sent that was meant for this path. */
    static String of(String path) {
        return "/sign-in/again?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** The dialog's content. */
    @GET
    @PermitAll
    public Response dialog() {
        return Html.page(200, Templates.againDialog(lastHere().orElse(null), "", demo.password()));
    }

    @POST
    @PermitAll
    public Response enter(
            @RestQuery @Nullable String to,
            @RestForm("again-to") @Nullable String held,
            @RestForm("again-password") @Nullable String password) {
        Staff known = lastHere().orElse(null);
        boolean inDialog = request.request().getHeader(DIALOG) != null;
        String target = LocalPath.orElse(held == null ? to : held, "");
        if (known == null || password == null) {
            return inDialog
                    ? Html.page(200, Templates.againDialog(known, "", demo.password()))
                    : Html.page(200, Templates.again(known, target, sent(), "", demo.password()));
        }
        SignInOutcome outcome = signIn.attempt(known.email(), password, callers.of(request));
        if (outcome instanceof Opened opened) {
            return entrance.enter(opened, onward(inDialog, target), request);
        }
        if (outcome instanceof TooSoon soon) {
            String words = TooSoonAnswer.words(soon.remaining());
            Response page = page(TooSoonAnswer.STATUS, inDialog, known, target, words);
            return TooSoonAnswer.with(soon.remaining(), page);
        }
        return page(422, inDialog, known, target, SignInPage.WRONG);
    }

    private static Response onward(boolean inDialog, String target) {
        if (inDialog) {
            return Response.noContent().build();
        }
        return target.isEmpty()
                ? Html.seeOther("/welcome")
                : Response.status(SEND_THERE_AGAIN).header(HttpHeaders.LOCATION, target).build();
    }

    private Response page(int status, boolean inDialog, Staff known, String target, String error) {
        return Html.page(
                status,
                inDialog
                        ? Templates.againDialog(known, error, demo.password())
                        : Templates.again(known, target, sent(), error, demo.password()));
    }

    private Optional<Staff> lastHere() {
        return Optional.ofNullable(SessionToken.of(request)).flatMap(sessions::lastOf);
    }

    /** What the form held, in its order; files are never a part of a staff form. */
    private List<Field> sent() {
        FormData form = CurrentRequestManager.get().getFormData();
        List<Field> fields = new ArrayList<>();
        if (form != null) {
            for (String name : form) {
                if (!name.startsWith(OWN_FIELDS) && !name.equals(formToken)) {
                    form.get(name).stream()
                            .filter(value -> !value.isFileItem())
                            .forEach(value -> fields.add(new Field(name, value.getValue())));
                }
            }
        }
        return fields;
    }

    /** One field of the form that waits. */
    record Field(String name, String value) {}

    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance again(
                @Nullable Staff known,
                String target,
                List<Field> fields,
                String error,
                String demoPassword);

        static native TemplateInstance againDialog(
                @Nullable Staff known, String error, String demoPassword);
    }
}
