/**
 * Text in, its language out: the script first, then which letters follow which, and where words begin and end.
 *
 * <p>In: plain text in any script. Out: a BCP 47 tag with a confidence, or nothing. Never: a guess about a text of a few letters, a
 * network call, state between two texts. The tables are data files beside this package: one per language.
 */
@NullMarked
package io.copydesk.extraction.language;

import org.jspecify.annotations.NullMarked;
