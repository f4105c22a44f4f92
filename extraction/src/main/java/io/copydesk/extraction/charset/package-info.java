/**
 * Bytes in, characters out.
 *
 * <p>In: the bytes of a document and the charset HTTP named. Out: its text; a decode never fails. The order of the
 * evidence is told at {@link io.copydesk.extraction.charset.TextDecoder}; without any, or against it, the likeliest reading wins: how often letters
 * follow each other in about 45 languages is in {@code letters.txt}. Never: more than one look at bytes that are valid UTF-8.
 */
package io.copydesk.extraction.charset;
