/**
 * A web of invented feeds with rhythms and manners of their own, and a month of it in minutes: the real frontier topology runs
 * against it under a virtual clock, and so do the schedules that others poll by. In: a seed. Out: what was missed, how late
 * what was found is, what it cost in requests, and which rules of politeness were broken.
 */
package io.copydesk.lab.simulation;
