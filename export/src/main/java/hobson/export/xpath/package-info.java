/** Answers XPath over a light document in memory, within limits. */
@NullMarked
package hobson.export.xpath;

import org.jspecify.annotations.NullMarked;
