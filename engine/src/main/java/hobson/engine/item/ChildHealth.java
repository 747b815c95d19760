package hobson.engine.item;

/**
 * Part of a folder that is as healthy as the least healthy job in it.
 *
 * @param recursive whether jobs in folders below count
 */
public record ChildHealth(boolean recursive) {}
