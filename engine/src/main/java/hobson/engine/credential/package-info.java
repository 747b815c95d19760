/** Secrets that builds use by name: who keeps them, in which stores and domains, and how a build comes by them. */
@NullMarked
package hobson.engine.credential;

import org.jspecify.annotations.NullMarked;
