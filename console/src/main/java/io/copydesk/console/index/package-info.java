/**
 * The records of each topic as documents of a Lucene index on disk, searched by the pages. In: records. Out: JSON of what was found. Knows neither Kafka's consumers nor HTTP.
 */
@NullMarked
package io.copydesk.console.index;

import org.jspecify.annotations.NullMarked;
