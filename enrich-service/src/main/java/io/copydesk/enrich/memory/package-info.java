/**
 * Where much is kept in little memory: blocks of bytes outside the heap, and a hash table.
 *
 * <p>In: bytes and elements. Out: the same, by address or key. Never: what they mean.
 */
@NullMarked
package io.copydesk.enrich.memory;

import org.jspecify.annotations.NullMarked;
