/**
 * Links to identities: one spelling of a URL to fetch, and one key for all spellings and variants of a page.
 *
 * <p>In: a URL from a page or a feed. Out: {@link io.copydesk.ingest.link.UrlKey}. The tracking parameters are a data file, {@code
 * tracking-parameters.txt}. Never: the network, DNS, state.
 */
@NullMarked
package io.copydesk.ingest.link;

import org.jspecify.annotations.NullMarked;
