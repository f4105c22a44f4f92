/** Classes of the product in JVMs of their own, to be paused, stopped and killed. */
@NullMarked
package io.copydesk.lab.process;

import org.jspecify.annotations.NullMarked;
