/** Trials of watching the web over real connections to invented sites: killed again and again, fast, and with very much to watch. */
package io.copydesk.lab.live;
