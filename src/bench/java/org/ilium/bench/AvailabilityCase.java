package org.ilium.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The free times of four weeks with one practitioner or with all ten, as a visitor asks. */
record AvailabilityCase(BenchDatabase database, int port, String service, UUID id, List<UUID> givers)
        implements Case {

    static AvailabilityCase alone(BenchDatabase database, int port) {
        return new AvailabilityCase(
                database, port, "solo-consult", BigClinic.SOLO, List.of(BigClinic.practitioner(0)));
    }

    static AvailabilityCase all(BenchDatabase database, int port) {
        return new AvailabilityCase(
                database, port, "phone-consult", BigClinic.PHONE, BigClinic.practitioners());
    }

    private static final int DAYS = 28;

    @Override
    public String name() {
        return "availability %d × %d days".formatted(givers.size(), DAYS);
    }

    @Override
    public Load.Action app() throws Exception {
        Http http = new Http(port);
        LocalDate from = LocalDate.now(BigClinic.ZONE);
        String path =
                "/api/v1/availability?service=%s&from=%s&to=%s"
                        .formatted(service, from, from.plusDays(DAYS));
        return Action.of(() -> http.get(path), http);
    }

    @Override
    public Load.Action jdbc() throws Exception {
        Jdbc jdbc = new Jdbc(database.connect());
        RequestSql sql = new RequestSql(jdbc, BenchDatabase.tokenHash());
        LocalDate from = LocalDate.now(BigClinic.ZONE);
        return Action.of(
                () -> {
                    sql.service(service);
                    sql.givers(id);
                    sql.schedules(givers, from, from.plusDays(DAYS + 1));
                },
                jdbc);
    }
}
