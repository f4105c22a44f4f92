/** Measures the promises of the data contract on the topics of a cluster. */
@NullMarked
package io.copydesk.verify.contract;

import org.jspecify.annotations.NullMarked;
