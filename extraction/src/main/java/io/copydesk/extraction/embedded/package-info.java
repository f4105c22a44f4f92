/**
 * The article of a page that shows it only when its program runs: found in the data the program works on.
 *
 * <p>In: a parsed page whose blocks hold little text. Out: HTML made of the text in its JSON, to be cleaned like any page. By structure and field
 * names alone; the names are in {@code json-words.txt}. Never: a program run, a tree of the whole data built, a rule for one site or system.
 */
package io.copydesk.extraction.embedded;
