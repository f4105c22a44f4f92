/** Rules of alerts that are added to and removed from the topics of a cluster. */
@NullMarked
package io.copydesk.standalone.rules;

import org.jspecify.annotations.NullMarked;
