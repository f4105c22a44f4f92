/**
 * Archives to inputs: WARC, JSON Lines, folders and single files, read through {@link
 * io.copydesk.ingest.archive.ArchiveReader}.
 *
 * <p>In: paths. Out: {@link io.copydesk.ingest.archive.ArchiveItem}s in an order that depends on the files alone,
 * each a page, a broken input with its reason, or something passed over. Damage is confined to the item it hit.
 * Memory is bounded by the limits, never by a file's size. Never: the network, a clock, a judgement on what a page
 * says.
 */
@NullMarked
package io.copydesk.ingest.archive;

import org.jspecify.annotations.NullMarked;
