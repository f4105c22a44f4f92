/**
 * Word lists and tables that are packed as resources, for this library and the services built on it.
 *
 * <p>In: the name of a list and a class beside it. Out: its lines without comments, and sets of their words. Never: files of the file system.
 */
@NullMarked
package io.copydesk.extraction.resource;

import org.jspecify.annotations.NullMarked;
