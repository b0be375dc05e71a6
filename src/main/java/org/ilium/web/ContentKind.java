package org.ilium.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A Content-Type header that can be read (RFC 9110), with a charset that we know. */
record ContentKind(String type, Charset charset) {

    static final String FORM = "application/x-www-form-urlencoded";

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern KIND = Pattern.compile("(" + TOKEN + "/" + TOKEN + ")(.*)");
    private static final Pattern PARAMETER =
            Pattern.compile(
                    "[ \\t]*;[ \\t]*(?:("
                            + TOKEN
                            + ")=("
                            + TOKEN
                            + "|\"[^\"\\\\\\x00-\\x1f]*\"))?");
    private static final int LONGEST = 200;

    private static final Map<String, Charset> CHARSETS =
            Map.of(
                    "utf-8", StandardCharsets.UTF_8,
                    "utf8", StandardCharsets.UTF_8,
                    "us-ascii", StandardCharsets.US_ASCII,
                    "iso-8859-1", StandardCharsets.ISO_8859_1);

    /** Null when it cannot be read, or names a charset that is not ours. */
    static @Nullable ContentKind of(String header) {
        Matcher kind = KIND.matcher(header.strip());
        if (header.length() > LONGEST || !kind.matches() || kind.group(1).contains("*")) {
            return null;
        }
        Charset charset = null;
        Matcher parameter = PARAMETER.matcher(kind.group(2).stripTrailing());
        int read = 0;
        while (parameter.find() && parameter.start() == read) {
            read = parameter.end();
            if ("charset".equalsIgnoreCase(parameter.group(1))) {
                Charset named = CHARSETS.get(unquoted(parameter.group(2)).toLowerCase(Locale.ROOT));
                if (named == null || (charset != null && charset != named)) {
                    return null;
                }
                charset = named;
            }
        }
        return read < kind.group(2).stripTrailing().length()
                ? null
                : new ContentKind(
                        kind.group(1).toLowerCase(Locale.ROOT),
                        charset == null ? StandardCharsets.UTF_8 : charset);
    }

    boolean isForm() {
        return type.equals(FORM);
    }

    boolean isMultipart() {
        return type.startsWith("multipart/");
    }

    /** The same in the one spelling that whatever comes after us can read. */
    String plainly() {
        return charset == StandardCharsets.UTF_8 ? type : type + "; charset=" + charset.name();
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }
}
