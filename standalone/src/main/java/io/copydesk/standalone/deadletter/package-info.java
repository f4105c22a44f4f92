/** Dead letters that wait: reading them, and sending their originals back to where they came from. */
package io.copydesk.standalone.deadletter;
