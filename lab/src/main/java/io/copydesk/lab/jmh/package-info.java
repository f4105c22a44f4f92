/** JMH benchmarks, one class for each stage, each with the limit it is held against in the same run. */
package io.copydesk.lab.jmh;
