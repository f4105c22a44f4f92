/**
 * The bundled sample: five invented news sites whose pages {@code copydesk demo} plays, with what a reader should see.
 *
 * <p>In: data files and page templates under {@code sample/} on the class path. Out: {@link
 * io.copydesk.standalone.sample.SampleCapture}, the bytes a server would have sent, each with its {@link
 * io.copydesk.standalone.sample.SampleGold}. Never: the network, a clock, a real site, a real event.
 */
@NullMarked
package io.copydesk.standalone.sample;

import org.jspecify.annotations.NullMarked;
