package org.ilium.messages;

import jakarta.inject.Singleton;
import java.net.IDN;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ilium.clinic.ClinicCard;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.clinic.ClinicProfile;
import org.ilium.messages.Letter.CalendarPart;
import org.ilium.messages.Letter.Mailbox;
import org.ilium.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/** What all messages of the clinic have in common: sender, headers, addresses of links. */
@Singleton
public class Stationery {

    private final ClinicDirectory clinic;
    private final ClinicCard card;
    private final String from;
    private final String baseUrl;

    Stationery(
            ClinicDirectory clinic,
            ClinicCard card,
            @ConfigProperty(name = "ilium.mail.from") String from,
            @ConfigProperty(name = "ilium.base-url") String baseUrl) {
        this.clinic = clinic;
        this.card = card;
        this.from =
                EmailAddress.forRelay(from)
                        .filter(EmailAddress::isPlain)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "ilium.mail.from must be one plain address"));
        this.baseUrl = inAscii(baseUrl.replaceAll("/+$", ""));
    }

    public ClinicProfile profile() {
        return clinic.profile();
    }

    public ClinicView clinicView() {
        ClinicProfile profile = clinic.profile();
        return new ClinicView(
                profile.name(), profile.phone(), card.getPhoneShown(), card.getAddress());
    }

    /** A link to one of the patient's own pages. */
    public String link(String path, String token) {
        return baseUrl + path + token;
    }

    /** Where visitors book this service; empty while they cannot. */
    public Optional<String> bookingPage(UUID serviceId) {
        boolean open =
                clinic.services().stream()
                        .anyMatch(
                                service ->
                                        service.id().equals(serviceId)
                                                && service.publicBookable()
                                                && !clinic.practitionersFor(serviceId).isEmpty());
        return open ? Optional.of(baseUrl + "/book") : Optional.empty();
    }

    /** The letter with the headers every message carries and those given. */
    public Letter letter(
            UUID messageId,
            String to,
            String subject,
            Text text,
            @Nullable CalendarPart calendar,
            Map<String, String> further,
            @Nullable String told) {
        ClinicProfile profile = clinic.profile();
        Map<String, String> headers = new LinkedHashMap<>(further);
        // the same for every try, so that a mailbox can tell a second copy from a second message
        headers.put("Message-ID", "<" + messageId + "@" + host() + ">");
        headers.put("Auto-Submitted", "auto-generated");
        return new Letter(
                messageId,
                new Mailbox(HeaderText.oneLine(Discretion.sender(profile.senderName())), from),
                EmailAddress.forRelay(profile.email()).filter(EmailAddress::isPlain).orElse(null),
                to,
                subject,
                text.plain(),
                text.html(),
                calendar,
                headers,
                told);
    }

    /** Links stand in headers too, which have no other letters. */
    private static String inAscii(String url) {
        String site = URI.create(url).getRawAuthority();
        return site == null
                ? url
                : URI.create(url.replace(site, IDN.toASCII(site))).toASCIIString();
    }

    private String host() {
        String host = URI.create(baseUrl).getHost();
        return host == null ? "localhost" : host;
    }

    /** The clinic as a message's foot shows it. */
    public record ClinicView(String name, String phone, String phoneShown, String address) {}

    /** The two forms of one text, saying the same. */
    public record Text(String plain, String html) {}
}
