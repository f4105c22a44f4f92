/**
 * Whether the guarantees of the pipeline hold for a run over a corpus whose inputs are known.
 *
 * <p>In: the topics, the ids of the inputs, and where there is one the final state of an undisturbed run. Out: findings, each
 * under the rule that it breaks. Never: anything that the services could have kept from the topics.
 */
@NullMarked
package io.copydesk.verify.check;

import org.jspecify.annotations.NullMarked;
