/**
 * A web of invented sites on this machine's loopback addresses, for trials over real connections: feeds that grow with time,
 * their pages, robots.txt, and servers that behave in different ways.
 *
 * <p>In: sites, and requests to them. Out: a log of all requests and a judgement of them. Never: a connection to another machine.
 */
@NullMarked
package io.copydesk.lab.loopback;

import org.jspecify.annotations.NullMarked;
