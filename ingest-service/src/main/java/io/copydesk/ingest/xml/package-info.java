/**
 * XML as the web serves it: bytes or characters in, a small tree out, whatever is wrong with the document.
 *
 * <p>In: a document, well-formed or not, and the {@link io.copydesk.ingest.xml.XmlVocabulary} of the formats expected. Out: {@link
 * io.copydesk.ingest.xml.XmlElement}s with resolved namespaces. Never: an exception, entities or files that a DOCTYPE names, more than
 * linear time, a tree beyond the limits of {@link io.copydesk.ingest.xml.Xml}.
 */
@NullMarked
package io.copydesk.ingest.xml;

import org.jspecify.annotations.NullMarked;
