/**
 * XML as the web serves it: bytes or characters in, a small tree out, whatever is wrong with it.
 *
 * <p>In: a document, well-formed or not. Out: {@link io.copydesk.ingest.xml.XmlElement}s whose names are resolved
 * against the namespaces that feeds and sitemaps use. Never: an exception, entities or files that a DOCTYPE names, more
 * than linear time, a tree beyond the limits of {@link io.copydesk.ingest.xml.Xml}.
 */
package io.copydesk.ingest.xml;
