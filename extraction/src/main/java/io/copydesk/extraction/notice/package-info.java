/**
 * Lines that speak to the reader about the site instead of the news: subscription walls, device limits, newsletters, share words.
 *
 * <p>In: the passages of an article in order and its language. Out: those that stay, those that go with reason and rule, and what the notices
 * tell about access. The phrases of all languages are in {@code notices/<language>.txt}; lines that no phrase knows are weighed by the words of
 * {@code vocabulary/<language>.txt}. Never: a sentence removed for its words alone; place,
 * shape, neighbours and language have a say.
 */
package io.copydesk.extraction.notice;
