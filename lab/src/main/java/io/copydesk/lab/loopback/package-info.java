/**
 * A web of invented sites on this machine's loopback addresses, for trials over real connections: feeds that grow with time,
 * their pages, robots.txt, and the manners of servers. It writes down who asked for what when, and judges it.
 */
package io.copydesk.lab.loopback;
