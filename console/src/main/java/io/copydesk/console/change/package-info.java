/**
 * What the console may change when it is allowed to: subscriptions, rules of alerts, and dead letters that are sent again.
 */
@NullMarked
package io.copydesk.console.change;

import org.jspecify.annotations.NullMarked;
