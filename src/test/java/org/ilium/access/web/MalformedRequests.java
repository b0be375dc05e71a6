package org.ilium.access.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Requests that are wrong in one way each, made of a seed: the same seed and number make the same
 * request. Every value it sends somewhere carries {@link #MARKER}, which may never be logged.
 */
final class MalformedRequests {

    static final String MARKER = "Zq7bleed";

    /** What a request is made of; each fault breaks a part. */
    static final class Sending {
        final Route route;
        final String caller;
        String kind = "";
        String method;
        String path;
        String query = "";
        String version = "HTTP/1.1";
        final List<String> headers = new ArrayList<>();
        String type;
        byte[] body = {};
        boolean saysLength = true;
        boolean gone;

        /** By somebody who is signed in and may. */
        boolean reaching;

        /** Whole, where the request itself is no HTTP any more. */
        byte[] raw;

        /** Wrong before any route is looked for: the server's HTTP codec answers. */
        boolean codec;

        Sending(Route route, String caller) {
            this.route = route;
            this.caller = caller;
            this.method = route.method();
        }

        /**
         * Answered by the server before any code of ours is asked, so without words: what is no
         * HTTP.
         */
        boolean isBeforeUs() {
            String control = ".*[\\x00-\\x08\\x0b-\\x1f].*";
            boolean noHttp =
                    codec
                            || (path + query).isEmpty()
                            || !method.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
            return noHttp || headers.stream().anyMatch(h -> h.matches(control));
        }

        boolean isHead() {
            return method.equals("HEAD");
        }

        boolean wantsFragment() {
            return headers.contains("HX-Request: true");
        }

        byte[] bytes() {
            if (raw != null) {
                return raw;
            }
            StringBuilder head = new StringBuilder();
            head.append(method).append(' ').append(path).append(query).append(' ');
            head.append(version).append("\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            if (type != null) {
                head.append("Content-Type: ").append(type).append("\r\n");
            }
            if (saysLength && (body.length > 0 || route.hasBody())) {
                head.append("Content-Length: ").append(body.length).append("\r\n");
            }
            head.append("\r\n");
            return joined(head.toString().getBytes(StandardCharsets.UTF_8), body);
        }

        void text(String body) {
            this.body = body.getBytes(StandardCharsets.UTF_8);
        }

        void header(String name, String value) {
            headers.removeIf(h -> h.toLowerCase().startsWith(name.toLowerCase() + ":"));
            headers.add(name + ": " + value);
        }
    }

    /** One way of being wrong. */
    private record Fault(
            String name, Predicate<Route> fits, BiConsumer<Sending, Random> breaking) {}

    /** Last of them: it may do what it asks for, and end a session. */
    private static final String MAY_BE_DONE = "form names doubled";

    /**
     * What once was answered with 500, or reached the log, on one route: each goes to every page's
     * form and every write of the API that it fits.
     */
    private static final List<String> TO_EVERY_ROUTE =
            List.of(
                    "form body '%'",
                    "form body with '%' after it",
                    "form value broken",
                    "form of 1,001 parameters and more",
                    "content type 'x'",
                    "content type '/'",
                    "content type ''",
                    "no content type",
                    "content type 'application/x-www-form-urlencoded; charset=bogus'",
                    "content type 'application/json; charset=bogus'",
                    "multipart without its closing boundary",
                    "multipart with an empty boundary",
                    "a file in place of a field",
                    "JSON cut off",
                    MAY_BE_DONE);

    private final List<Route> routes;
    private final MalformedValues values;
    private final List<Fault> faults = new ArrayList<>();

    MalformedRequests(List<Route> routes, MalformedValues values) {
        this.routes = routes;
        this.values = values;
        formBodies();
        contentTypes();
        multiparts();
        json();
        framing();
        brokenHttp();
        paths();
        queries();
        headers();
        methods();
    }

    List<String> kinds() {
        return faults.stream().map(Fault::name).toList();
    }

    /** The routes that each of these kinds is sent to. */
    Map<String, List<Route>> toEveryRoute() {
        Map<String, List<Route>> fitting = new LinkedHashMap<>();
        for (String name : TO_EVERY_ROUTE) {
            Fault fault = fault(name);
            fitting.put(name, routes.stream().filter(fault.fits()).toList());
        }
        return fitting;
    }

    /** By one who may, to what exists: only what is wrong with it can be why it is refused. */
    Sending reaching(Route route, String kind, long seed) {
        Random random = new Random(seed * 1_000_003 + (route.name() + kind).hashCode());
        Sending sending = whole(route, values.allowed(route), values.known(route), random);
        sending.reaching = !kind.equals(MAY_BE_DONE);
        return broken(sending, fault(kind), random);
    }

    /** To some route that the kind fits. */
    Sending ofKind(String kind, long seed) {
        Fault fault = fault(kind);
        Random random = new Random(seed * 1_000_003 + kind.hashCode());
        Route route = pick(random, routes.stream().filter(fault.fits()).toList());
        Sending sending =
                whole(route, values.caller(route, random), values.path(route, random), random);
        return broken(sending, fault, random);
    }

    Sending make(long seed, int number) {
        Random random = new Random(seed * 1_000_003 + number);
        Route route = routes.get(number % routes.size());
        List<Fault> fitting = faults.stream().filter(f -> f.fits().test(route)).toList();
        Fault fault = fitting.get(random.nextInt(fitting.size()));
        Sending sending =
                whole(route, values.caller(route, random), values.path(route, random), random);
        return broken(sending, fault, random);
    }

    private Fault fault(String name) {
        return faults.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    private static Sending broken(Sending sending, Fault fault, Random random) {
        fault.breaking().accept(sending, random);
        sending.kind = fault.name();
        return sending;
    }

    /** Each field of a form, parameter of a query and value in JSON in turn is the marker. */
    List<Sending> marked() {
        List<Sending> all = new ArrayList<>();
        for (Route route : routes) {
            values.marked(route)
                    .forEach(
                            (field, written) -> {
                                Sending sending =
                                        whole(
                                                route,
                                                values.allowed(route),
                                                values.known(route),
                                                new Random(0));
                                sending.kind = "marker in " + field;
                                if (route.isReading()) {
                                    sending.query = "?" + written;
                                } else {
                                    sending.text(written);
                                }
                                all.add(sending);
                            });
        }
        return all;
    }

    /** As a browser or program would send it, with the marker in what it says. */
    private Sending whole(Route route, String caller, String path, Random random) {
        Sending sending = new Sending(route, caller);
        sending.path = path;
        sending.headers.add("Host: localhost");
        sending.headers.add("Connection: close");
        sending.headers.add("User-Agent: " + MARKER);
        sending.headers.add(
                "Accept: " + (route.isApi() ? "application/json" : "text/html,*/*;q=0.8"));
        sending.headers.add("Cookie: " + values.cookies(sending.caller));
        if (!route.isApi() && random.nextInt(4) == 0) {
            sending.headers.add("HX-Request: true");
            sending.headers.add("HX-Current-URL: http://localhost/" + MARKER);
        }
        if (route.isApi() && random.nextBoolean()) {
            sending.headers.add("If-Match: " + random.nextInt(3));
            sending.headers.add("Idempotency-Key: " + MARKER + random.nextInt());
        }
        if (route.isReading()) {
            sending.query = values.query(route, random);
        } else if (route.isApi()) {
            sending.type = "application/json";
            sending.text(values.json(route, random));
        } else {
            sending.type = "application/x-www-form-urlencoded";
            sending.text(values.form(route, random));
        }
        return sending;
    }

    private void of(String name, Predicate<Route> fits, BiConsumer<Sending, Random> breaking) {
        faults.add(new Fault(name, fits, breaking));
    }

    private static boolean form(Route route) {
        return route.hasBody() && !route.isApi();
    }

    private static boolean jsonBody(Route route) {
        return route.hasBody() && route.isApi();
    }

    private void formBodies() {
        for (String bad :
                List.of(
                        "%",
                        "%zz",
                        "%4",
                        "a=%",
                        "a=%zz" + MARKER,
                        "%zz" + MARKER + "=1",
                        "a=%u0041",
                        "a=%ff%fe" + MARKER,
                        "a=%ed%a0%80",
                        "%c3=%28",
                        "a=%c0%af",
                        "a=%00" + MARKER,
                        "=",
                        "&",
                        "===",
                        "&&&&",
                        "=&=&=",
                        "=" + MARKER,
                        "a;b;c=" + MARKER,
                        "a[]=1&a[]=2&a[0][b]=" + MARKER,
                        "+",
                        "%20=%20",
                        "{\"a\":\"" + MARKER + "\"}",
                        "")) {
            of("form body '" + bad + "'", MalformedRequests::form, (s, r) -> s.text(bad));
            of(
                    "form body with '" + bad + "' after it",
                    MalformedRequests::form,
                    (s, r) ->
                            s.body = joined(s.body, ("&" + bad).getBytes(StandardCharsets.UTF_8)));
        }
        of(
                "form value broken",
                MalformedRequests::form,
                (s, r) ->
                        s.text(
                                text(s).replace(
                                                "=",
                                                "="
                                                        + r.nextInt(9)
                                                        + pick(r, "%", "%zz", "%f", "%ff"))));
        of(
                "form names doubled",
                MalformedRequests::form,
                (s, r) -> s.text(text(s) + "&" + text(s)));
        of(
                "form of 1,001 parameters and more",
                MalformedRequests::form,
                (s, r) ->
                        s.text(
                                text(s)
                                        + ("&" + pick(r, "", "x", "x=" + MARKER))
                                                .repeat(1001 + r.nextInt(4000))));
        of(
                "form with a huge name",
                MalformedRequests::form,
                (s, r) -> s.text(text(s) + "&" + "n".repeat(10_000 * (1 + r.nextInt(40))) + "=1"));
        of(
                "form with a huge field",
                MalformedRequests::form,
                (s, r) -> s.text(text(s) + "&" + MARKER + "=" + "v".repeat(200_000)));
        of(
                "form over the limit of a field or of all",
                route -> form(route) && route.path().length() % 5 == 0,
                (s, r) -> s.text(text(s) + "&x=" + "v".repeat(pick(r, 1_600_000, 2_200_000))));
        of(
                "form of random bytes",
                MalformedRequests::form,
                (s, r) -> {
                    s.body = new byte[1 + r.nextInt(300)];
                    r.nextBytes(s.body);
                });
        of(
                "form with raw bytes that are no UTF-8",
                MalformedRequests::form,
                (s, r) ->
                        s.body =
                                joined(
                                        (text(s) + "&a=").getBytes(StandardCharsets.UTF_8),
                                        new byte[] {(byte) 0xff, (byte) 0xc3, 0, (byte) 0xed}));
        of(
                "form in UTF-16",
                MalformedRequests::form,
                (s, r) -> s.body = text(s).getBytes(StandardCharsets.UTF_16));
    }

    private static final List<String> BAD_TYPES =
            List.of(
                    "x",
                    "/",
                    "",
                    " ",
                    "text/",
                    "/plain",
                    "text",
                    "*/*",
                    "*",
                    ",",
                    ";",
                    "a/b/c",
                    "text/plain, application/json",
                    "application/json, application/json",
                    "application/x-www-form-urlencoded, text/html",
                    "application/x-www-form-urlencoded;",
                    "application/x-www-form-urlencoded;;",
                    "application/x-www-form-urlencoded; charset",
                    "application/x-www-form-urlencoded; charset=",
                    "application/x-www-form-urlencoded; charset=bogus",
                    "application/x-www-form-urlencoded; charset=" + MARKER,
                    "application/x-www-form-urlencoded; charset=\"",
                    "application/x-www-form-urlencoded; charset=\"utf-8",
                    "application/x-www-form-urlencoded; charset=%zz",
                    "application/x-www-form-urlencoded; charset=utf-16",
                    "application/x-www-form-urlencoded; charset=UTF-7",
                    "application/x-www-form-urlencoded; =" + MARKER,
                    "application/x-www-form-urlencoded" + MARKER,
                    "APPLICATION/X-WWW-FORM-URLENCODED",
                    "Application/X-www-form-urlencoded; Charset=Bogus",
                    "application/json; charset=bogus",
                    "application/json;charset=\"\"",
                    "application/json; charset=utf-16",
                    "APPLICATION/JSON",
                    "application/json;;;",
                    "application/json; q",
                    "application/*",
                    "application/*+json",
                    "application/problem+json",
                    "text/plain",
                    "text/xml",
                    "application/xml",
                    "application/octet-stream",
                    "image/png",
                    "application/json\\",
                    "application/" + "j".repeat(3000),
                    "applicätion/jsön",
                    "\"application/json\"",
                    "application /json",
                    "application/ json",
                    "text/html;level=1;q=zz");

    private void contentTypes() {
        for (String type : BAD_TYPES) {
            of("content type '" + shorter(type) + "'", Route::hasBody, (s, r) -> s.type = type);
        }
        of("no content type", Route::hasBody, (s, r) -> s.type = null);
        of(
                "content type twice",
                Route::hasBody,
                (s, r) -> s.headers.add("Content-Type: " + pick(r, BAD_TYPES)));
        of(
                "content type with a random character",
                Route::hasBody,
                (s, r) -> {
                    int at = r.nextInt(s.type.length());
                    char c = (char) (33 + r.nextInt(94));
                    s.type = s.type.substring(0, at) + c + s.type.substring(at + 1);
                });
        of(
                "content type of a request that has no body",
                Route::isReading,
                (s, r) -> s.type = pick(r, BAD_TYPES));
    }

    private void multiparts() {
        String part = "Content-Disposition: form-data; name=\"reason\"\r\n\r\n" + MARKER + "\r\n";
        List<String> types =
                List.of(
                        "multipart/form-data",
                        "multipart/form-data; boundary=",
                        "multipart/form-data; boundary=\"\"",
                        "multipart/form-data; boundary=\"",
                        "multipart/form-data; boundary=b",
                        "multipart/form-data; boundary=other",
                        "multipart/form-data; boundary=b; charset=bogus",
                        "multipart/form-data; boundary=b; boundary=c",
                        "multipart/mixed; boundary=b",
                        "MULTIPART/FORM-DATA; BOUNDARY=b",
                        "multipart/form-data;boundary=" + "b".repeat(2000),
                        "multipart/",
                        "multipart/form-data; boundary=b\u00e9");
        List<String> bodies =
                List.of(
                        "",
                        "--b",
                        "--b--",
                        "--b--\r\n",
                        "--b\r\n",
                        "--b\r\n\r\n",
                        "--b\r\n" + part,
                        "--b\r\n" + part + "--b",
                        "--b\r\n" + part + "--b--\r\n",
                        part,
                        "--b\n" + part + "--b--",
                        "--b\r\n: \r\n\r\nx\r\n--b--\r\n",
                        "--b\r\nContent-Disposition\r\n\r\nx\r\n--b--\r\n",
                        "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n",
                        "--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--b--\r\n",
                        "--b\r\nContent-Disposition: form-data; name=\""
                                + MARKER
                                + "\r\n\r\nx\r\n--b--\r\n",
                        "--b\r\n\r\n" + MARKER + "\r\n--b--\r\n",
                        "--b\r\nContent-Disposition: form-data; name=\"reason\"; filename=\""
                                + MARKER
                                + "\"\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--\r\n",
                        "--b\r\nContent-Disposition: form-data; name=\"service\"; filename=\"\"\r\n\r\n\r\n--b--\r\n",
                        "--b\r\nContent-Disposition: form-data; name=\"q\"\r\nContent-Type: x\r\n\r\nx\r\n--b--\r\n",
                        "--b\r\nContent-Disposition: form-data; name=\"q\"\r\nContent-Type: text/plain; charset=bogus\r\n\r\nx\r\n--b--\r\n",
                        "--b\r\nContent-Disposition: form-data; name=\"q\"\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%\r\n--b--\r\n",
                        "--b\r\nContent-Disposition: form-data; name=\"q\"\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\n"
                                + part
                                + "--c--\r\n--b--\r\n");
        for (String type : types) {
            of(
                    "multipart '" + shorter(type) + "'",
                    Route::hasBody,
                    (s, r) -> {
                        s.type = type;
                        s.text(pick(r, bodies));
                    });
        }
        of(
                "multipart without its closing boundary",
                Route::hasBody,
                (s, r) -> {
                    s.type = "multipart/form-data; boundary=b";
                    s.text(withToken(part + (r.nextBoolean() ? "" : "--b")));
                });
        of(
                "multipart with an empty boundary",
                Route::hasBody,
                (s, r) -> {
                    s.type = "multipart/form-data; boundary=" + pick(r, "", "\"\"");
                    s.text(withToken(part + "--b--\r\n"));
                });
        of(
                "a file in place of a field",
                Route::hasBody,
                (s, r) -> {
                    s.type = "multipart/form-data; boundary=b";
                    s.text(
                            withToken(
                                    "Content-Disposition: form-data; name=\""
                                            + values.aField(s.route)
                                            + "\"; filename=\""
                                            + MARKER
                                            + ".txt\"\r\nContent-Type: text/plain\r\n\r\n"
                                            + MARKER
                                            + "\r\n--b--\r\n"));
                });
        of(
                "multipart with its token and a broken part",
                MalformedRequests::form,
                (s, r) -> {
                    s.type = "multipart/form-data; boundary=b";
                    s.text(
                            "--b\r\nContent-Disposition: form-data; name=\"csrf-token\"\r\n\r\n"
                                    + values.csrfToken()
                                    + "\r\n"
                                    + pick(r, bodies));
                });
        of(
                "multipart of 1,001 parts",
                MalformedRequests::form,
                (s, r) -> {
                    s.type = "multipart/form-data; boundary=b";
                    s.text(("--b\r\n" + part).repeat(1001 + r.nextInt(500)) + "--b--\r\n");
                });
    }

    private String withToken(String part) {
        return "--b\r\nContent-Disposition: form-data; name=\"csrf-token\"\r\n\r\n"
                + values.csrfToken()
                + "\r\n--b\r\n"
                + part;
    }

    private void json() {
        for (String bad :
                List.of(
                        "",
                        " ",
                        "null",
                        "true",
                        "0",
                        "\"" + MARKER + "\"",
                        "[]",
                        "[{}]",
                        "{",
                        "}",
                        "{\"",
                        "{\"a\"",
                        "{\"a\":",
                        "{\"a\":}",
                        "{,}",
                        "{\"a\":1,}",
                        "{a:1}",
                        "{'a':1}",
                        "{\"a\":NaN}",
                        "{\"a\":-Infinity}",
                        "{\"a\":01}",
                        "{\"a\":1e999999999}",
                        "{\"a\":" + "9".repeat(5000) + "}",
                        "{\"a\":1}{\"b\":2}",
                        "{\"a\":1,\"a\":2}",
                        "{\"\":\"\"}",
                        "{\"" + MARKER + "\":1}",
                        "{\"a\":\"\\ud800\"}",
                        "{\"a\":\"\\u00\"}",
                        "{\"a\":\"\\x\"}",
                        "{\"a\":\"" + MARKER + "\n\"}",
                        "{\"a\":\"\u0000\"}",
                        "\ufeff{}",
                        "{\"" + "n".repeat(60_000) + "\":1}",
                        "/* " + MARKER + " */ {}",
                        "<xml/>",
                        "a=1&b=" + MARKER,
                        "[".repeat(5000),
                        "{\"a\":".repeat(3000),
                        "undefined")) {
            of("JSON '" + shorter(bad) + "'", MalformedRequests::jsonBody, (s, r) -> s.text(bad));
        }
        of(
                "JSON cut off",
                MalformedRequests::jsonBody,
                (s, r) ->
                        s.body =
                                java.util.Arrays.copyOf(
                                        s.body, r.nextInt(Math.max(1, s.body.length))));
        of(
                "JSON in UTF-16",
                MalformedRequests::jsonBody,
                (s, r) -> s.body = text(s).getBytes(StandardCharsets.UTF_16));
        of(
                "JSON in UTF-32",
                MalformedRequests::jsonBody,
                (s, r) -> s.body = text(s).getBytes(java.nio.charset.Charset.forName("UTF-32")));
        of("JSON with a BOM", MalformedRequests::jsonBody, (s, r) -> s.text("\ufeff" + text(s)));
        of(
                "JSON with bytes that are no UTF-8",
                MalformedRequests::jsonBody,
                (s, r) -> {
                    int at = r.nextInt(Math.max(1, s.body.length));
                    if (s.body.length > 0) {
                        s.body[at] = pick(r, (byte) 0xff, (byte) 0xc3, (byte) 0xed, (byte) 0);
                    }
                });
        for (String instead :
                List.of(
                        "null",
                        "[]",
                        "{}",
                        "[[]]",
                        "true",
                        "-1",
                        "1.5",
                        "1e400",
                        "9".repeat(400),
                        "\"" + MARKER + "\"",
                        "\"\\ud800\"",
                        "\"\\u0000" + MARKER + "\"",
                        "\"\"",
                        "\"" + "x".repeat(30_000) + "\"",
                        "[".repeat(1500) + "]".repeat(1500),
                        "\"2026-02-30\"",
                        "\"+999999999-01-01T00:00:00Z\"",
                        "\"Mars/Base\"")) {
            of(
                    "JSON value '" + shorter(instead) + "'",
                    MalformedRequests::jsonBody,
                    (s, r) -> s.text(values.jsonWith(s.route, instead, r)));
        }
        of(
                "JSON with a name twice",
                MalformedRequests::jsonBody,
                (s, r) ->
                        s.text(
                                text(s).replaceFirst(
                                                "^\\{(\"[^\"]+\":)", "{$1\"" + MARKER + "\",$1")));
        of(
                "JSON with a name of its own",
                MalformedRequests::jsonBody,
                (s, r) ->
                        s.text(
                                text(s).replaceFirst(
                                                "^\\{",
                                                "{\"" + MARKER + "\":\"" + MARKER + "\",")));
        of(
                "JSON said to be packed",
                Route::hasBody,
                (s, r) ->
                        s.header(
                                "Content-Encoding",
                                pick(r, "gzip", "br", "deflate", "identity, gzip", MARKER, "")));
        of(
                "JSON packed indeed",
                Route::hasBody,
                (s, r) -> {
                    ByteArrayOutputStream packed = new ByteArrayOutputStream();
                    try (var gzip = new java.util.zip.GZIPOutputStream(packed)) {
                        gzip.write(s.body);
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                    s.body = packed.toByteArray();
                    s.header("Content-Encoding", "gzip");
                });
        of(
                "JSON over the limit",
                route -> jsonBody(route) && route.path().length() % 5 == 0,
                (s, r) -> s.text("{\"a\":\"" + "x".repeat(2_200_000) + "\"}"));
    }

    private void framing() {
        of("in chunks", Route::hasBody, (s, r) -> chunked(s, "%x\r\n", true));
        of(
                "in chunks, over the limit",
                route -> route.hasBody() && route.path().length() % 7 == 0,
                (s, r) -> {
                    s.body = new byte[2_200_000];
                    java.util.Arrays.fill(s.body, (byte) 'x');
                    chunked(s, "%x\r\n", true);
                });
        of(
                "in chunks of a wrong size",
                Route::hasBody,
                (s, r) -> {
                    chunked(
                            s,
                            pick(
                                    r,
                                    "zz\r\n",
                                    "-1\r\n",
                                    "%x%%\r\n",
                                    "\r\n",
                                    "ffffffffffffffffff\r\n",
                                    "%x;" + MARKER + "\r\n"),
                            true);
                    s.codec = true;
                    s.gone = true;
                });
        of(
                "in chunks that do not end",
                Route::hasBody,
                (s, r) -> {
                    chunked(s, "%x\r\n", false);
                    s.codec = true;
                    s.gone = true;
                });
        of(
                "a length too long",
                Route::hasBody,
                (s, r) -> length(s, "" + (s.body.length + 1 + r.nextInt(99)), true));
        of(
                "a length too short",
                Route::hasBody,
                (s, r) -> length(s, "" + Math.max(0, s.body.length - 5), false));
        for (String length :
                List.of(
                        "-1",
                        "x",
                        "",
                        "1 1",
                        "0x10",
                        "99999999999999999999",
                        "+3",
                        "3,3",
                        "3.0",
                        MARKER)) {
            of(
                    "length '" + length + "'",
                    Route::hasBody,
                    (s, r) -> {
                        length(s, length, true);
                        s.codec = true;
                    });
        }
        of(
                "two lengths",
                Route::hasBody,
                (s, r) -> {
                    s.headers.add("Content-Length: 3");
                    s.codec = true;
                    s.gone = true;
                });
        of(
                "a length and chunks",
                Route::hasBody,
                (s, r) -> {
                    s.headers.add(
                            "Transfer-Encoding: "
                                    + pick(
                                            r,
                                            "chunked",
                                            "gzip",
                                            "identity",
                                            MARKER,
                                            "chunked, chunked"));
                    s.codec = true;
                    s.gone = true;
                });
        of(
                "no length and no body",
                Route::hasBody,
                (s, r) -> {
                    s.body = new byte[0];
                    s.saysLength = false;
                });
        of(
                "a body where none belongs",
                Route::isReading,
                (s, r) -> {
                    s.type =
                            pick(
                                    r,
                                    "application/json",
                                    "application/x-www-form-urlencoded",
                                    "multipart/form-data; boundary=b",
                                    "x");
                    s.text(pick(r, "%zz" + MARKER, "{", "--b", "a=" + MARKER));
                });
        of(
                "expecting",
                Route::hasBody,
                (s, r) -> s.header("Expect", pick(r, "100-continue", "x", MARKER, "")));
    }

    private void brokenHttp() {
        List<String> wholes =
                List.of(
                        "\r\n\r\n",
                        MARKER + "\r\n\r\n",
                        "GET\r\n\r\n",
                        "GET /\r\n\r\n",
                        "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
                        "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
                        "GET / " + MARKER + "/1.1\r\n\r\n",
                        "GET / HTTP/1.1\r\n" + MARKER + "\r\n\r\n",
                        "GET / HTTP/1.1\r\n: " + MARKER + "\r\n\r\n",
                        "GET / HTTP/1.1\r\nA b: c\r\n\r\n",
                        "GET / HTTP/1.1\r\nHost: a\r\nX: \u0000" + MARKER + "\r\n\r\n",
                        "GET / HTTP/1.1\r\n Host: a\r\n\r\n",
                        "GET /" + "p".repeat(5000) + MARKER + " HTTP/1.1\r\nHost: a\r\n\r\n",
                        "GET / HTTP/1.1\r\nHost: a\r\nX: "
                                + MARKER
                                + "x".repeat(70_000)
                                + "\r\n\r\n",
                        "GET / HTTP/1.1\r\n" + "X: y\r\n".repeat(20_000) + "\r\n",
                        "GET /\u0000" + MARKER + " HTTP/1.1\r\nHost: a\r\n\r\n",
                        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000" + MARKER,
                        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                        "GET / HTTP/1.1\nHost: a\n\n",
                        "\u0000\u0000\u0000",
                        "get / http/1.1\r\nhost: a\r\n\r\n",
                        "GET / HTTP/1.0\r\n\r\n",
                        "POST /sign-in HTTP/1.0\r\nContent-Type: x\r\n\r\n" + MARKER,
                        "GET / HTTP/1.1\r\n\r\n",
                        "GET / HTTP/1.1\r\nHost:\r\n\r\n",
                        "{\"a\":1}\r\n\r\n");
        for (String whole : wholes) {
            of(
                    "HTTP '" + shorter(whole) + "'",
                    route -> route.path().length() % 9 == 0,
                    (s, r) -> {
                        s.raw = whole.getBytes(StandardCharsets.UTF_8);
                        s.codec = true;
                        s.gone = true;
                    });
        }
        of(
                "HTTP with a random byte",
                route -> true,
                (s, r) -> {
                    byte[] bytes = s.bytes();
                    int at = r.nextInt(Math.min(bytes.length, 200));
                    bytes[at] = (byte) r.nextInt(256);
                    s.raw = bytes;
                    s.codec = true;
                    s.gone = true;
                });
    }

    private void paths() {
        for (String end :
                List.of(
                        "%zz",
                        "%",
                        "%4",
                        "/%zz" + MARKER,
                        "%00",
                        "/%00" + MARKER,
                        "//",
                        "/",
                        "/..;/" + MARKER,
                        ";" + MARKER,
                        "/../" + MARKER,
                        "/%2e%2e/%2e%2e/etc",
                        "%2f" + MARKER,
                        "%5c",
                        "\\..\\..",
                        "/%ff%fe",
                        "/%ed%a0%80",
                        "/%c0%ae%c0%ae/",
                        "/é" + MARKER,
                        "/\ud83d\ude00",
                        "/" + "p".repeat(1500),
                        "/" + MARKER + "p".repeat(3500),
                        "%0d%0aX:%20" + MARKER,
                        "/*",
                        "/{id}",
                        "/null",
                        "/%20",
                        "/+",
                        "/.",
                        "/..",
                        "/:",
                        "/" + "a/".repeat(400),
                        "#" + MARKER,
                        "/%u0041",
                        "/%e2%80%ae")) {
            of("path and '" + shorter(end) + "'", route -> true, (s, r) -> s.path = s.path + end);
        }
        of(
                "a part of the path is '%'",
                route -> route.path().contains("{"),
                (s, r) ->
                        s.path =
                                s.route
                                        .path()
                                        .replaceAll(
                                                "\\{[^}]+}",
                                                pick(
                                                        r,
                                                        "%",
                                                        "%zz" + MARKER,
                                                        "%00",
                                                        "%ff",
                                                        MARKER,
                                                        "-1",
                                                        "..",
                                                        "%2e%2e",
                                                        "x".repeat(900),
                                                        "0",
                                                        "%F0%9F%98%80",
                                                        "a%20b")));
        of(
                "a path that is none",
                route -> true,
                (s, r) ->
                        s.path =
                                pick(
                                        r,
                                        "*",
                                        "x",
                                        "http://evil.example/" + MARKER,
                                        "http://",
                                        "//evil.example/" + MARKER,
                                        "?" + MARKER,
                                        "",
                                        "localhost:80",
                                        "/%",
                                        "/%zz" + MARKER,
                                        "///",
                                        "/\\"));
        of(
                "a path of the framework",
                route -> true,
                (s, r) ->
                        s.path =
                                pick(
                                        r,
                                        "/q/%zz",
                                        "/q/openapi/%",
                                        "/q/health/%00",
                                        "/fonts/%zz",
                                        "/fonts/..%2f..%2f",
                                        "/_static/%zz",
                                        "/ilium.css/%",
                                        "/webjars/%zz",
                                        "/q/" + MARKER,
                                        "/favicon.ico"));
    }

    private void queries() {
        for (String query :
                List.of(
                        "?%",
                        "?%zz=" + MARKER,
                        "?a=%",
                        "?a=%zz" + MARKER,
                        "?a=%ff%fe",
                        "?a=%ed%a0%80",
                        "?a=%00" + MARKER,
                        "?",
                        "??",
                        "?&",
                        "?=",
                        "?=" + MARKER,
                        "?&&==&",
                        "?a[]=1&a[]=2",
                        "?a[b][c]=" + MARKER,
                        "?a=1&a=2",
                        "?+",
                        "?a=+",
                        "?;",
                        "?a=é",
                        "?" + MARKER,
                        "?a=" + "x".repeat(2500),
                        "?next=//evil.example/" + MARKER,
                        "?next=%zz",
                        "?q=%f0%28%8c%bc")) {
            of("query '" + shorter(query) + "'", route -> true, (s, r) -> s.query = query);
            of(
                    "query and '" + shorter(query) + "'",
                    Route::isReading,
                    (s, r) ->
                            s.query =
                                    s.query.isEmpty() ? query : s.query + "&" + query.substring(1));
        }
        of(
                "a known parameter of a wrong kind",
                Route::isReading,
                (s, r) ->
                        s.query =
                                values.queryWith(
                                        s.route,
                                        pick(
                                                r,
                                                "",
                                                "%zz",
                                                "%00",
                                                "-1",
                                                "NaN",
                                                "9".repeat(40),
                                                "1e9",
                                                "%ff",
                                                MARKER,
                                                "2026-99-99",
                                                "2026-02-30",
                                                "+999999999-12-31",
                                                "Mars/Base",
                                                "true",
                                                "%F0%9F%98%80",
                                                "%27%22%3C",
                                                "x".repeat(1500)),
                                        r));
        of(
                "known parameters sent twice",
                Route::isReading,
                (s, r) ->
                        s.query =
                                s.query.isEmpty()
                                        ? "?a=1&a=2"
                                        : s.query + "&" + s.query.substring(1));
        of("900 parameters", route -> true, (s, r) -> s.query = "?" + "a=1&".repeat(900));
    }

    private static final Map<String, List<String>> BAD_HEADERS =
            Map.ofEntries(
                    Map.entry(
                            "Accept",
                            List.of(
                                    "x",
                                    "/",
                                    "",
                                    "*",
                                    ",",
                                    ";",
                                    "*/*;q=zz",
                                    "text/html;q=5",
                                    "text/html;q=-1",
                                    "text/",
                                    "/html",
                                    "text/html;;",
                                    "text/html;=",
                                    "image/png",
                                    "application/xml",
                                    MARKER,
                                    "text/html;charset=bogus",
                                    "a/b/c",
                                    "\"",
                                    "application/json;q=0",
                                    "x,".repeat(500),
                                    "*/html",
                                    "application/json, x",
                                    "text/html;level=\"")),
                    Map.entry(
                            "Accept-Language",
                            List.of(
                                    "x-" + MARKER,
                                    "",
                                    "*;q=zz",
                                    "en;q=5",
                                    ",,,",
                                    "de_DE@x",
                                    "\u00e9",
                                    "a".repeat(3000),
                                    "en-" + "x-".repeat(400),
                                    ";",
                                    "-",
                                    "123456789",
                                    "i-",
                                    "en;q=",
                                    "*-*")),
                    Map.entry("Accept-Charset", List.of("bogus", MARKER, "", ";q=1", "utf-16")),
                    Map.entry(
                            "Accept-Encoding",
                            List.of("bogus", MARKER, ";q", "gzip;q=zz", "*;q=0", ",", "br;q=-1")),
                    Map.entry(
                            "If-Match",
                            List.of(
                                    "",
                                    "*",
                                    "\"",
                                    "\"" + MARKER + "\"",
                                    "W/\"1\"",
                                    "-1",
                                    "9".repeat(40),
                                    "1, 2",
                                    "x",
                                    "\"1",
                                    "1.5",
                                    "\u0661")),
                    Map.entry("If-None-Match", List.of("", "*", "\"", MARKER, "x".repeat(3000))),
                    Map.entry(
                            "If-Modified-Since",
                            List.of(
                                    "",
                                    "yesterday",
                                    MARKER,
                                    "Mon, 99 Xxx 2026 99:99:99 GMT",
                                    "-1")),
                    Map.entry(
                            "Idempotency-Key",
                            List.of(
                                    "",
                                    " ",
                                    MARKER,
                                    "x".repeat(7000),
                                    "\u00e9",
                                    "\"",
                                    "'; drop",
                                    "-")),
                    Map.entry(
                            "Range",
                            List.of(
                                    "",
                                    "bytes=",
                                    "bytes=-",
                                    "bytes=9-1",
                                    "bytes=0-0,1-1",
                                    "x=" + MARKER,
                                    "bytes=999999999999999999999-",
                                    "bytes=a-b")),
                    Map.entry("HX-Request", List.of("", "false", MARKER, "TRUE")),
                    Map.entry(
                            "HX-Current-URL",
                            List.of(
                                    "",
                                    "%zz" + MARKER,
                                    "http://",
                                    "::",
                                    "http://a b/" + MARKER,
                                    "x".repeat(3000))),
                    Map.entry("HX-Target", List.of("", "%zz" + MARKER, "#'\"")),
                    Map.entry("HX-Trigger", List.of("", "%zz" + MARKER)),
                    Map.entry(
                            "Origin",
                            List.of(
                                    "",
                                    "null",
                                    "x",
                                    "http://",
                                    "http://[",
                                    "http://" + MARKER,
                                    "%zz",
                                    "http://localhost:99999")),
                    Map.entry("Sec-Fetch-Site", List.of("", "x", MARKER, "cross-site")),
                    Map.entry("Referer", List.of("", "%zz" + MARKER, "::")),
                    Map.entry(
                            "Host",
                            List.of(
                                    "",
                                    "a b",
                                    MARKER,
                                    "localhost:99999",
                                    "localhost:x",
                                    "[",
                                    "[::1",
                                    "a/b",
                                    "%zz",
                                    "http://a",
                                    "a:b:c",
                                    "\u00e9.example",
                                    "x".repeat(3000))),
                    Map.entry(
                            "Cookie",
                            List.of(
                                    "",
                                    "=",
                                    ";",
                                    "=;=;",
                                    "ilium-session",
                                    "ilium-session=",
                                    "ilium-session=%zz" + MARKER,
                                    "ilium-session=" + MARKER,
                                    "ilium-session=\u00e9",
                                    "ilium-session=\"" + MARKER,
                                    "ilium-session=" + "x".repeat(7000),
                                    "csrf-token=" + MARKER,
                                    "csrf-token=%%%",
                                    "csrf-token=a; csrf-token=b",
                                    "ilium-session=a; ilium-session=b",
                                    "a=b".repeat(2000),
                                    "$Version=1; a=" + MARKER,
                                    "a b=c",
                                    "\u0001=2",
                                    MARKER + "=" + MARKER)),
                    Map.entry(
                            "X-CSRF-TOKEN",
                            List.of(
                                    "",
                                    MARKER,
                                    "%zz",
                                    "\u00e9",
                                    "x".repeat(5000),
                                    "short",
                                    "====")),
                    Map.entry(
                            "Authorization",
                            List.of(
                                    "",
                                    "Basic",
                                    "Basic %%%",
                                    "Basic " + MARKER,
                                    "Bearer",
                                    "Bearer " + MARKER,
                                    "Digest x",
                                    "x".repeat(5000),
                                    "Negotiate =")),
                    Map.entry("X-HTTP-Method-Override", List.of("", "DELETE", MARKER)),
                    Map.entry(
                            "X-Forwarded-For", List.of("", MARKER, "1.2.3.4, 5", "[", "999.9.9.9")),
                    Map.entry("Forwarded", List.of("", "for=", "for=\"" + MARKER, ";;;")),
                    Map.entry("Upgrade", List.of("", "h2c", "websocket", MARKER)),
                    Map.entry("Content-Language", List.of("", "x-" + MARKER, "*-*", "-", "\u00e9")),
                    Map.entry("Date", List.of("", "x", MARKER)),
                    Map.entry("TE", List.of("", "x", "trailers", MARKER)));

    private void headers() {
        BAD_HEADERS.forEach(
                (name, bad) -> {
                    for (String value : bad) {
                        of(
                                "header " + name + " '" + shorter(value) + "'",
                                route -> true,
                                (s, r) -> {
                                    s.header(name, value);
                                });
                    }
                    of(
                            "header " + name + " twice",
                            route -> true,
                            (s, r) -> {
                                s.headers.add(name + ": " + pick(r, bad));
                                s.headers.add(name + ": " + pick(r, bad));
                            });
                });
    }

    private void methods() {
        for (String method :
                List.of(
                        "TRACE",
                        "CONNECT",
                        "FOO",
                        "PROPFIND",
                        "get",
                        "HEAD",
                        "OPTIONS",
                        "PUT",
                        "DELETE",
                        "PATCH",
                        "POST",
                        "GET",
                        "M".repeat(300),
                        "G\u00e9T",
                        "-",
                        MARKER)) {
            of("method " + shorter(method), route -> true, (s, r) -> s.method = method);
        }
    }

    private static void chunked(Sending s, String size, boolean ends) {
        byte[] chunk = size.formatted(s.body.length).getBytes(StandardCharsets.UTF_8);
        byte[] rest = (ends ? "\r\n0\r\n\r\n" : "\r\n").getBytes(StandardCharsets.UTF_8);
        s.body =
                s.body.length == 0 && ends
                        ? "0\r\n\r\n".getBytes(StandardCharsets.UTF_8)
                        : joined(joined(chunk, s.body), rest);
        s.saysLength = false;
        s.headers.add("Transfer-Encoding: chunked");
    }

    private static void length(Sending s, String said, boolean gone) {
        s.saysLength = false;
        s.headers.add("Content-Length: " + said);
        s.gone = gone;
    }

    private static String text(Sending s) {
        return new String(s.body, StandardCharsets.UTF_8);
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }

    private static <T> T pick(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static String shorter(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
