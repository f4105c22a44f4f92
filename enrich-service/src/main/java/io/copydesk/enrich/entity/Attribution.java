package io.copydesk.enrich.entity;

import org.jspecify.annotations.Nullable;

/**
 * What a text says of who speaks.
 *
 * @param verb index of the token of the verb of saying or of "according to", -1 where there is none
 * @param subject the words for the speaker, {@code null} where there are none
 */
record Attribution(int verb, @Nullable Subject subject) {}
