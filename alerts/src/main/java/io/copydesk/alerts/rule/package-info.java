/** What an operator asks to be told of: the file, the rules in it, and which of them an article meets. Neither Kafka nor a clock. */
@NullMarked
package io.copydesk.alerts.rule;

import org.jspecify.annotations.NullMarked;
