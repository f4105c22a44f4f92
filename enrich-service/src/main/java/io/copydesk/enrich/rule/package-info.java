/**
 * Names and versions of the rules that decide.
 *
 * <p>In: nothing. Out: the label under which a decision is published. Never: a constant of a rule; each rule keeps its own.
 */
@NullMarked
package io.copydesk.enrich.rule;

import org.jspecify.annotations.NullMarked;
