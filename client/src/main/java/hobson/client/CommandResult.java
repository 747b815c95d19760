package hobson.client;

/**
 * How a command ended.
 *
 * @param exitCode 0: well; otherwise what cli.md §6 and §7 say of the command; {@code build -s} ends with the ordinal of the result
 * @param output what it wrote to standard output; empty when that went elsewhere
 * @param errors likewise for standard error, where {@code help} writes, too
 */
public record CommandResult(int exitCode, String output, String errors) {
    public boolean isSuccess() {
        return exitCode == 0;
    }
}
