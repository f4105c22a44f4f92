/**
 * Invented sites whose boilerplate no phrase list knows, and the count of what learning takes out of their articles.
 *
 * <p>In: a seed. Out: pages with gold answers; figures. Never: a text of anyone else.
 */
@NullMarked
package io.copydesk.lab.boilerplate;

import org.jspecify.annotations.NullMarked;
