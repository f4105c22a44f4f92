/**
 * Which language an article is in, and tables that exist once per language.
 *
 * <p>In: an article and the tag it declares. Out: the article with a tag; the table of a tag. Never: a table for a tag that only a
 * page claims to exist.
 */
@NullMarked
package io.copydesk.enrich.language;

import org.jspecify.annotations.NullMarked;
