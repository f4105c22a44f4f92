/**
 * Subscription lists in OPML, read and written.
 *
 * <p>In: the bytes of an OPML file, or feeds with their folders. Out: {@link io.copydesk.ingest.opml.OpmlEntry}s, or a file. Never: the
 * network, entities from a DOCTYPE.
 */
@NullMarked
package io.copydesk.ingest.opml;

import org.jspecify.annotations.NullMarked;
