/** What somebody meant who wrote a word that nobody knows. */
@NullMarked
package hobson.server.spelling;

import org.jspecify.annotations.NullMarked;
