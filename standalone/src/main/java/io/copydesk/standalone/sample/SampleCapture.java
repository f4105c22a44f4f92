package io.copydesk.standalone.sample;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a sample site as fetched at one time. The body is shared, not copied: callers must not write to it.
 *
 * @param url absolute URL on an invented host ({@code .example}, RFC 2606 §2)
 * @param fetched when it was fetched; unique together with the URL
 * @param status HTTP status
 * @param mediaType media type without parameters, lower case
 * @param charset charset the server named, which need not be true; {@code null} when it named none
 * @param body the bytes, after content decoding
 * @param gold what a reader should see of it, empty when the page holds no article
 */
public record SampleCapture(
        String url,
        Instant fetched,
        int status,
        String mediaType,
        @Nullable String charset,
        byte[] body,
        Optional<SampleGold> gold) {}
