package hobson.bench;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** The physical limit of reads: the same HTTP library, and a handler that only sends bytes. */
final class BareServer extends Handler.Abstract.NonBlocking {
    private final List<byte[]> texts;

    private BareServer(List<byte[]> texts) {
        this.texts = texts;
    }

    /** Arguments: the port, then the files whose contents {@code /0}, {@code /1} and so on answer with. */
    public static void main(String[] arguments) throws Exception {
        var texts = new ArrayList<byte[]>();
        for (int i = 1; i < arguments.length; i++) {
            texts.add(Files.readAllBytes(Path.of(arguments[i])));
        }
        var server = new Server();
        var connector = new ServerConnector(server, new HttpConnectionFactory());
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(arguments[0]));
        server.addConnector(connector);
        server.setHandler(new BareServer(texts));
        server.start();
        server.join();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var text = texts.get(Request.getPathInContext(request).charAt(1) - '0');
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json;charset=utf-8");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, text.length);
        response.write(true, ByteBuffer.wrap(text), callback);
        return true;
    }
}
