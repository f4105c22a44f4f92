/** From which input a record comes: in its headers, and in the lines that are logged for it. */
@NullMarked
package io.copydesk.kit.lineage;

import org.jspecify.annotations.NullMarked;
