/**
 * Configuration: one file, then the environment, then the command line, bound into records.
 *
 * <p>In: a YAML file, {@code COPYDESK_<SECTION>_<KEY>} variables, a map of arguments, and one record of
 * defaults for each section. Out: the same records with what was
 * given laid over them, and a list that says where every value came from. An unknown key or an unreadable value is an
 * error that names the key, its place and what would have been right; nothing is ever ignored silently.
 */
@NullMarked
package io.copydesk.kit.config;

import org.jspecify.annotations.NullMarked;
