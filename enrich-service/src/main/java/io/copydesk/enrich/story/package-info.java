/**
 * Which works report the same event.
 *
 * <p>In: works. Out: stories, trees in which the parent of each work is the earlier work that it is most similar to. Never: statistics
 * that grow with the stream, so that the same works form the same stories in whatever order they come.
 */
@NullMarked
package io.copydesk.enrich.story;

import org.jspecify.annotations.NullMarked;
