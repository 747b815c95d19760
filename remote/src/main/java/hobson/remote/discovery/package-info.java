/** Being found in the local network: the UDP responder and the DNS-SD announcement of discovery.md, safe and off by default. */
@NullMarked
package hobson.remote.discovery;

import org.jspecify.annotations.NullMarked;
