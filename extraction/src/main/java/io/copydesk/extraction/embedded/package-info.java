/**
 * The article of a page that scripts render: found in the data of these scripts.
 *
 * <p>In: a parsed page whose blocks hold little text. Out: HTML made of the text in its JSON, to be cleaned like any page. By structure and field
 * names alone; the names are in {@code json-words.txt}. Never: a script run, a tree of all data built, a rule for one site or content system.
 */
@NullMarked
package io.copydesk.extraction.embedded;

import org.jspecify.annotations.NullMarked;
