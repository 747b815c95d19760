/** The commands of {@code jenkins-cli.jar}, as the server knows them ({@code cli.md §6–7}); how they arrive is not their business. */
@NullMarked
package hobson.remote.cli;

import org.jspecify.annotations.NullMarked;
