/**
 * A parsed page as arrays, which the rules read in place of the tree of the parser.
 *
 * <p>Internal: public for the other packages of this library only, may change in any release.
 */
@NullMarked
package io.copydesk.extraction.dom;

import org.jspecify.annotations.NullMarked;
