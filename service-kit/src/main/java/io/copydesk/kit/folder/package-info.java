/**
 * Folders of the local disk that one process holds at a time.
 *
 * <p>In: paths. Out: locks that end with the process, also when it is killed. Never: what is in the folders.
 */
@NullMarked
package io.copydesk.kit.folder;

import org.jspecify.annotations.NullMarked;
