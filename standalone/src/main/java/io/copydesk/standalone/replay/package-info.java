/** Archives into the topic {@code pages}, with progress and a count of what was read. */
@NullMarked
package io.copydesk.standalone.replay;

import org.jspecify.annotations.NullMarked;
