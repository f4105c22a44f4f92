/** Changes what is watched: records of the topics {@code subscriptions} and {@code links}, as the frontier reads them. */
@NullMarked
package io.copydesk.ingest.subscription;

import org.jspecify.annotations.NullMarked;
