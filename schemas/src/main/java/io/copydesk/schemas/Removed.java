package io.copydesk.schemas;

import org.jspecify.annotations.Nullable;

/**
 * One block that was taken out of the article.
 *
 * @param text the block's text, as it stood
 * @param reason why, as a class of boilerplate
 * @param rule the rule that decided, for example {@code notices/es/device-sharing-1}
 * @param language BCP 47 tag of the rule's or the block's language, {@code null} when not known
 */
public record Removed(
        String text,
        RemovalReason reason,
        String rule,
        @Nullable String language) {}
