/**
 * Makes the block model that {@link io.copydesk.extraction.page.BlockClassifier} evaluates.
 *
 * <p>In: pages whose article texts are known. Out: a model file, and predictions for each page by models that have not seen its site.
 */
@NullMarked
package io.copydesk.training;

import org.jspecify.annotations.NullMarked;
