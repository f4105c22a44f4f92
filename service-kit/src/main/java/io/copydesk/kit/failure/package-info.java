/**
 * What a failure is reported as.
 *
 * <p>In: any exception. Out: one sentence that names a cause that an operator can act on. Never: logging, or a decision about what
 * happens next.
 */
@NullMarked
package io.copydesk.kit.failure;

import org.jspecify.annotations.NullMarked;
