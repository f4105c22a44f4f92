/** Words of any script, and phrases found among them. Pure: neither Kafka nor files. */
@NullMarked
package io.copydesk.alerts.word;

import org.jspecify.annotations.NullMarked;
