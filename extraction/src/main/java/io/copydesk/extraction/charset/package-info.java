/**
 * Bytes in, characters out.
 *
 * <p>In: the bytes of a document and the charset HTTP named. Out: its text; a decode fails only where the runtime lacks the charset. The order of the
 * evidence is described at {@link io.copydesk.extraction.charset.TextDecoder}; {@code letters.txt} has how often letters follow each other in about 45
 * languages. Never: a second pass over bytes that are valid UTF-8.
 */
@NullMarked
package io.copydesk.extraction.charset;

import org.jspecify.annotations.NullMarked;
