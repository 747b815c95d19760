/** The documents of views ({@code config-xml.md §10}). */
@NullMarked
package hobson.parts.view;

import org.jspecify.annotations.NullMarked;
