package hobson.remote.read;

import hobson.engine.view.View;
import hobson.engine.view.ViewFormat;
import hobson.engine.view.ViewSet;

/** For servers on which nobody makes a view. */
final class NoViewFormat implements ViewFormat {
    private static UnsupportedOperationException none() {
        return new UnsupportedOperationException("nobody makes views here");
    }

    @Override
    public View read(byte[] document) {
        throw none();
    }

    @Override
    public byte[] write(View view) {
        throw none();
    }

    @Override
    public View.Shape blank(String kind) {
        throw none();
    }

    @Override
    public ViewSet readSet(byte[] document) {
        throw none();
    }

    @Override
    public byte[] writeSet(ViewSet views) {
        throw none();
    }

    @Override
    public byte[] inFolder(byte[] document, ViewSet views) {
        throw none();
    }
}
