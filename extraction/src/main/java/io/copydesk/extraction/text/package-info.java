/**
 * Articles that come as plain text.
 *
 * <p>In: the lines of a text. Out: {@link io.copydesk.extraction.text.TextArticle}: headline, standfirst, byline and dates where the lines look
 * like them, and the paragraphs without them. Never: notices (the notice layer judges those for pages and texts alike).
 */
@NullMarked
package io.copydesk.extraction.text;

import org.jspecify.annotations.NullMarked;
