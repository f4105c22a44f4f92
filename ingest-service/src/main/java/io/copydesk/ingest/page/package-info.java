/**
 * What the topic {@code pages} carries: one document as received, written as one WARC record.
 *
 * <p>In: a {@link io.copydesk.ingest.page.Page}, or the bytes of a record. Out: the other of the two ({@link
 * io.copydesk.ingest.page.WarcPages}). A dump of the topic is a valid {@code .warc} file. Never: the network, files,
 * a clock, a judgement on what a page says.
 */
@NullMarked
package io.copydesk.ingest.page;

import org.jspecify.annotations.NullMarked;
