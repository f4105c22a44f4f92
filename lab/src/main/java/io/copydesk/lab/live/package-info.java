/**
 * Trials of running processes. Watching the web over real connections to invented sites: repeated kills, the rate of fetching,
 * and the cost of very many subscriptions; a service that is killed with much state. In: the sizes of a trial. Out: a report of
 * what was measured. Never: the internet.
 */
@NullMarked
package io.copydesk.lab.live;

import org.jspecify.annotations.NullMarked;
