/**
 * Links to identities: one spelling of a URL to fetch, and one key under which all spellings and variants of a page
 * meet.
 *
 * <p>In: a URL as found on a page or in a feed. Out: {@link io.copydesk.ingest.link.UrlKey}. What counts as a
 * tracking parameter is a data file, {@code tracking-parameters.txt}. Never: the network, DNS, state.
 */
package io.copydesk.ingest.link;
