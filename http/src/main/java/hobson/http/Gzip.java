package hobson.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** gzip with a stock of deflaters: making one costs more than compressing a small answer. Thread-safe. */
final class Gzip {
    private static final int STOCK = 32;
    /** Two thirds of the time of the usual level for a few percent more bytes, on JSON of this server. */
    private static final int LEVEL = 4;

    private static final byte[] HEAD = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, 0};
    private static final int BUFFER = 8 * 1024;

    private final ArrayBlockingQueue<Deflater> stock = new ArrayBlockingQueue<>(STOCK);

    Body.Bytes compress(Body.Bytes plain) {
        var out = new ByteArrayOutputStream(plain.length() / 3 + 64);
        try (var gzip = stream(out)) {
            gzip.write(plain.array(), plain.offset(), plain.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return Body.bytes(out.toByteArray());
    }

    /** Closing it ends the gzip member and closes {@code out}. */
    OutputStream stream(OutputStream out) throws IOException {
        out.write(HEAD);
        var deflater = stock.poll();
        return new Member(out, deflater == null ? new Deflater(LEVEL, true) : deflater);
    }

    private void giveBack(Deflater deflater) {
        deflater.reset();
        if (!stock.offer(deflater)) deflater.end();
    }

    private final class Member extends DeflaterOutputStream {
        private final CRC32 sum = new CRC32();
        private boolean open = true;

        Member(OutputStream out, Deflater deflater) {
            super(out, deflater, BUFFER, true);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            super.write(bytes, offset, length);
            sum.update(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (!open) return;
            open = false;
            try {
                finish();
                littleEndian((int) sum.getValue());
                littleEndian((int) def.getBytesRead());
            } finally {
                giveBack(def);
            }
            out.close();
        }

        private void littleEndian(int number) throws IOException {
            for (int shift = 0; shift < 32; shift += 8) out.write(number >> shift);
        }
    }
}
