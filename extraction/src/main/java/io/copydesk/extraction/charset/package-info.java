/**
 * Bytes in, characters out.
 *
 * <p>In: the bytes of a document and the charset HTTP named. Out: its text; a decode never fails. Never: a look at what
 * the text says.
 */
package io.copydesk.extraction.charset;
