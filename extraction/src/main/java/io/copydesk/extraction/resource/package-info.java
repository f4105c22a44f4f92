/**
 * The library's word lists, read from its own resources.
 *
 * <p>In: the name of a list beside a class. Out: its lines, without comments. Never: files outside the library.
 */
package io.copydesk.extraction.resource;
