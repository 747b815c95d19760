/** The file of {@code --config}: read strictly, with the line of every mistake. */
@NullMarked
package hobson.server.configuration;

import org.jspecify.annotations.NullMarked;
