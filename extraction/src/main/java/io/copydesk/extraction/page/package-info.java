/**
 * Which blocks of a page are the article.
 *
 * <p>In: HTML. Out: {@link io.copydesk.extraction.page.MainText}, the article's blocks in order and what was removed between them. One walk
 * over the DOM makes a flat list of blocks, each region of the page being a range of it; boilerplate is marked, the best region chosen, its
 * blocks judged one by one. Never: recursion over the DOM, a rule for one site, a look at other pages.
 */
@NullMarked
package io.copydesk.extraction.page;

import org.jspecify.annotations.NullMarked;
