/** JMH benchmarks, one class for each stage, each with the limit it is held against in the same run. */
@NullMarked
package io.copydesk.lab.jmh;

import org.jspecify.annotations.NullMarked;
