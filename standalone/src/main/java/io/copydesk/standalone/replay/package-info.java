/** Archives into the topic {@code pages}, with progress and a count of what was read. */
package io.copydesk.standalone.replay;
