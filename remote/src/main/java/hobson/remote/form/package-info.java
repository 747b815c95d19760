/** The structured forms of the web interface, as programs send them too ({@code endpoints.md §0.2}). */
@NullMarked
package hobson.remote.form;

import org.jspecify.annotations.NullMarked;
