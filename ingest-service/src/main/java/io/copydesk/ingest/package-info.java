/**
 * From archives to clean articles. Read the packages in the order of the flow: {@code feed}, {@code sitemap},
 * {@code robots}, {@code link}, {@code fetch}, {@code archive}, {@code page}, {@code boilerplate},
 * {@code clean}.
 */
@NullMarked
package io.copydesk.ingest;

import org.jspecify.annotations.NullMarked;
