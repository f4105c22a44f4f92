/**
 * A copy of a snapshot's files in a topic, in parts, for a start that has lost the files.
 *
 * <p>In: files that do not change where it matters. Out: the same files, or none. Never: what they mean, and a mixture of two copies.
 */
@NullMarked
package io.copydesk.enrich.copy;

import org.jspecify.annotations.NullMarked;
