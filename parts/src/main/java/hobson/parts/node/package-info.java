/** The documents of nodes ({@code config-xml.md §11}). */
@NullMarked
package hobson.parts.node;

import org.jspecify.annotations.NullMarked;
