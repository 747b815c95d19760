/**
 * Plugins: what is built in under the names that clients look for, what was installed, where more can be had, and the jobs by which
 * it gets here.
 */
@NullMarked
package hobson.engine.plugin;

import org.jspecify.annotations.NullMarked;
