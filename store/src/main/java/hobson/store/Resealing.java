package hobson.store;

import hobson.engine.parameter.ParameterValue;
import hobson.engine.secret.Secret;
import hobson.engine.secret.Vault;
import hobson.engine.secret.WrittenSecrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts every secret of a database anew, some dozens of rows in each transaction. Whoever interrupts it has rows of both kinds, and
 * can begin again. The one place that knows where secrets are: a table that gets some is added here.
 */
final class Resealing {
    private static final int BATCH = 200;
    private static final String UPDATE_NODE = "UPDATE node SET body = ? WHERE name = ?";

    private final Access access;
    private final Vault vault;
    private long count;

    Resealing(Access access, Vault vault) {
        this.access = access;
        this.vault = vault;
    }

    /** A row: its key, and the bytes that hold secrets. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Sealed(List<Object> key, byte[] bytes) {}

    /** @return how many rows were written */
    long perform() {
        rows(
                "SELECT job, document FROM job_document WHERE secret = 1 AND job > ? ORDER BY job LIMIT " + BATCH,
                "UPDATE job_document SET document = ? WHERE job = ?",
                List.of(Long.MIN_VALUE),
                bytes -> vault.encrypt(new WrittenSecrets(vault).again(vault.decrypt(bytes))));
        write(page("SELECT name, body FROM node", 1), UPDATE_NODE, bytes -> vault.encrypt(vault.decrypt(bytes)));
        rows(
                "SELECT id, origin FROM queue_item WHERE id > ? ORDER BY id LIMIT " + BATCH,
                "UPDATE queue_item SET origin = ? WHERE id = ?",
                List.of(Long.MIN_VALUE),
                this::origin);
        rows(
                "SELECT id, origin FROM queue_left WHERE origin IS NOT NULL AND id > ? ORDER BY id LIMIT " + BATCH,
                "UPDATE queue_left SET origin = ? WHERE id = ?",
                List.of(Long.MIN_VALUE),
                this::origin);
        rows(
                "SELECT job, number, origin FROM build_detail WHERE (job, number) > (?, ?) ORDER BY job, number LIMIT "
                        + BATCH,
                "UPDATE build_detail SET origin = ? WHERE job = ? AND number = ?",
                List.of(Long.MIN_VALUE, 0L),
                this::origin);
        rows(
                "SELECT store, domain, id, body FROM credential WHERE (store, domain, id) > (?, ?, ?)"
                        + " ORDER BY store, domain, id LIMIT " + BATCH,
                "UPDATE credential SET body = ? WHERE store = ? AND domain = ? AND id = ?",
                List.of("", "", ""),
                bytes -> SqlCredentials.resealed(bytes, this::again));
        return count;
    }

    private void rows(String select, String update, List<Object> before, UnaryOperator<byte @Nullable []> change) {
        int keys = before.size();
        var last = before;
        for (var rows = page(select, keys, last.toArray());
                !rows.isEmpty();
                rows = page(select, keys, last.toArray())) {
            write(rows, update, change);
            last = rows.getLast().key();
        }
    }

    private void write(List<Sealed> rows, String update, UnaryOperator<byte @Nullable []> change) {
        access.perform(transaction -> {
            for (var row : rows) {
                var changed = change.apply(row.bytes());
                if (changed != null) {
                    var values = new ArrayList<Object>();
                    values.add(changed);
                    values.addAll(row.key());
                    transaction.change(update, values.toArray());
                    count++;
                }
            }
        });
    }

    private List<Sealed> page(String select, int keys, Object... after) {
        return access.list(select, row -> new Sealed(key(row, keys), row.getBytes(keys + 1)), after);
    }

    private static List<Object> key(ResultSet row, int keys) throws SQLException {
        var key = new ArrayList<Object>(keys);
        for (int i = 1; i <= keys; i++) {
            key.add(row.getObject(i));
        }
        return key;
    }

    /** Null when there is no password among the parameters. */
    private byte @Nullable [] origin(byte @Nullable [] bytes) {
        var origin = Origin.read(java.util.Objects.requireNonNull(bytes), () -> "a build");
        var parameters = origin.parameters();
        if (parameters == null || parameters.stream().noneMatch(ParameterValue.Password.class::isInstance)) {
            return null;
        }
        var changed = parameters.stream()
                .map(value -> value instanceof ParameterValue.Password(var name, var secret)
                        ? new ParameterValue.Password(name, again(secret))
                        : value)
                .toList();
        return new Origin(origin.causes(), changed).bytes();
    }

    private Secret again(Secret secret) {
        return vault.protect(vault.revealBytes(secret));
    }
}
