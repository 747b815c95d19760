package hobson.store;

import hobson.engine.item.Folder;
import hobson.engine.item.ItemPath;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes folders of rows. */
final class FolderRow {
    private static final int VERSION = 1;
    static final String COLUMNS = "id, path, version, body";

    private FolderRow() {}

    static byte[] body(Folder folder) {
        var out = new Encoder(VERSION)
                .text(folder.kind())
                .optional(folder.displayName())
                .flag(folder.disabled());
        GrantCodes.write(out, folder.grants());
        return out.bytes();
    }

    static Folder read(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        var body = new Decoder(row.getBytes(4), VERSION, () -> "folder " + id);
        return new Folder(
                id,
                ItemPath.of(row.getString(2)),
                row.getLong(3),
                body.text(),
                body.optional(),
                body.flag(),
                false,
                GrantCodes.read(body),
                null);
    }
}
