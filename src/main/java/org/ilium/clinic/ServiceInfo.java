package org.ilium.clinic;

import java.time.Duration;
import java.util.UUID;

/**
 * A service's rules: buffers are added around its length and block the practitioner too; {@code
 * minimumNotice} and {@code horizonDays} bind the public, not the desk; {@code mode} is phone,
 * video or in-person.
 */
public record ServiceInfo(
        UUID id,
        String slug,
        String name,
        Duration length,
        Duration bufferBefore,
        Duration bufferAfter,
        Duration minimumNotice,
        int horizonDays,
        Duration step,
        String mode,
        boolean publicBookable) {}
