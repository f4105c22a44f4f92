/** Sends alerts to addresses of the operator: signed as Standard Webhooks has it, again after a failure, and to no private address unless allowed. */
@NullMarked
package io.copydesk.alerts.webhook;

import org.jspecify.annotations.NullMarked;
