/**
 * Dates as people and machines write them.
 *
 * <p>In: a line of text. Out: the dates in it, as exact as they are written. Never: a guess at a missing year, the machine's clock or zone.
 */
package io.copydesk.extraction.date;
