/**
 * Bytes of a page in, an article out: {@link io.copydesk.extraction.Extractor} is the one entrance.
 *
 * <p>In: a {@link io.copydesk.extraction.SourceDocument}. Out: {@link io.copydesk.extraction.Extraction}, the article or the reason why there is
 * none. Never: Kafka, the network, a clock, state between two pages.
 */
@NullMarked
package io.copydesk.extraction;

import org.jspecify.annotations.NullMarked;
