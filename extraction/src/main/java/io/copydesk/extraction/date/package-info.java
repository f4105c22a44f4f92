/**
 * Dates as people and machines write them.
 *
 * <p>In: a line of text, or a field that holds one date; the language, when it is known. Out: the dates, as exact as they are written. Never: a
 * guess at a missing year or at an ambiguous month, the machine's clock or zone.
 */
@NullMarked
package io.copydesk.extraction.date;

import org.jspecify.annotations.NullMarked;
