/**
 * Lists of subscriptions as feed readers exchange them.
 *
 * <p>In: OPML of any version, well-formed or not. Out: feeds with their titles and folders, and what was refused and why.
 * Never: an entity expanded, a document fetched.
 *
 * @see <a href="http://opml.org/spec2.opml">OPML 2.0</a>
 */
package io.copydesk.ingest.opml;
