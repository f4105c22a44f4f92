/**
 * Lines that address the reader about the site instead of the news: subscription walls, device limits, newsletters, share words.
 *
 * <p>In: the passages of an article in order and its language. Out: those that are kept, those that are removed with reason and rule, and what the notices
 * reveal about access. {@code languages.txt} lists the languages; their phrases are in {@code notices/<language>.txt}, and lines without a phrase are
 * scored by the words of {@code vocabulary/<language>.txt}. Never: a sentence removed for its words alone; place, shape, neighbours and language count
 * as well.
 */
@NullMarked
package io.copydesk.extraction.notice;

import org.jspecify.annotations.NullMarked;
