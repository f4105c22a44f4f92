/**
 * What changed between two versions of one article, by sentence.
 *
 * <p>In: two versions. Out: a {@link io.copydesk.schemas.Revision}, a pure function of the two. Never: a look at other articles;
 * a revision is not a duplicate.
 */
@NullMarked
package io.copydesk.enrich.revision;

import org.jspecify.annotations.NullMarked;
