/**
 * What kind of page a document is: article, listing, product and so on.
 *
 * <p>In: the blocks of a page with their likelihoods, its elements, address and metadata. Out: the kind with its likelihood. Never: a decision by one
 * site's markup.
 */
@NullMarked
package io.copydesk.extraction.kind;

import org.jspecify.annotations.NullMarked;
