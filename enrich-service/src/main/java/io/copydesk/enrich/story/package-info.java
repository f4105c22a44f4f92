/**
 * Which works tell of one event.
 *
 * <p>In: works. Out: stories, trees in which each work hangs on the earlier work that it is most alike. Never: statistics that
 * grow with the stream, so that the same works make the same stories in whatever order they come.
 */
package io.copydesk.enrich.story;
