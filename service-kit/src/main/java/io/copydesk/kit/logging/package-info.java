/** What log lines say of the record that is processed. */
@NullMarked
package io.copydesk.kit.logging;

import org.jspecify.annotations.NullMarked;
