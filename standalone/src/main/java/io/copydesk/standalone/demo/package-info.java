/** The bundled sample sites through the whole pipeline, and a report of what came of them for a first-time reader. */
@NullMarked
package io.copydesk.standalone.demo;

import org.jspecify.annotations.NullMarked;
