package org.ilium.messages.web;

import io.quarkus.qute.TemplateData;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message as the ledger shows it; {@code tone} is a class of the style sheet. */
@TemplateData
record MessageRow(
        UUID id,
        String who,
        @Nullable String whoHref,
        @Nullable String phone,
        @Nullable String phoneShown,
        String what,
        @Nullable String recipient,
        String about,
        String when,
        String status,
        String tone,
        int attempts,
        @Nullable String detail,
        boolean notTold,
        boolean onPaper,
        @Nullable String toldByPhone,
        String toldBy) {}
