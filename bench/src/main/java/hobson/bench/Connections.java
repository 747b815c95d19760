package hobson.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Several connections to one server. */
final class Connections implements AutoCloseable {
    private final List<Connection> all = new ArrayList<>();

    Connections(int port, int number) throws IOException {
        for (int i = 0; i < number; i++) {
            all.add(new Connection(port));
        }
    }

    Connection get(int number) {
        return all.get(number);
    }

    @Override
    public void close() throws IOException {
        for (var connection : all) {
            connection.close();
        }
    }
}
