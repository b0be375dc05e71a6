package org.ilium.messages.web;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The addresses a plain text carries, so that a reader can follow them outside the frame. */
final class MailLinks {

    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"]+");

    private MailLinks() {}

    static List<String> in(String text) {
        return URL.matcher(text).results().map(MatchResult::group).distinct().toList();
    }
}
