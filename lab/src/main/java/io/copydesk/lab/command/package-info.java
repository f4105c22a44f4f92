/** One class for each {@code bench} command: it reads its options, calls the package that measures, and prints the figures. */
package io.copydesk.lab.command;
