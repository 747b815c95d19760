package hobson.export;

import java.io.IOException;
import java.io.OutputStream;

/** An answer, or why there is none. */
public sealed interface Rendering {

    String contentType();

    /** Made and known as a whole, also every refusal. */
    final class Whole implements Rendering {
        private final int status;
        private final String contentType;
        private final byte[] body;

        Whole(int status, String contentType, byte[] body) {
            this.status = status;
            this.contentType = contentType;
            this.body = body;
        }

        /** 200, or the 4xx that goes with the sentence in the body. */
        public int status() {
            return status;
        }

        @Override
        public String contentType() {
            return contentType;
        }

        /** The bytes themselves, not a copy; they are the caller's. */
        public byte[] body() {
            return body;
        }
    }

    /** Too large to be kept in memory; a 200 unless {@link #checked} says otherwise. */
    non-sealed interface Stream extends Rendering {

        /**
         * Makes the answer once without sending it, to find out what is wrong while the status can still change: a refusal if it
         * goes over the budget, else this. May take as long as the budget allows.
         *
         * @param witness is given the bytes
         * @throws ExportFailed if a value cannot be read
         */
        Rendering checked(OutputStream witness);

        /**
         * Writes the answer with little memory; leaves the stream open. Without {@link #checked} before it, what goes wrong
         * shows as an exception when a part has been sent.
         */
        void writeTo(OutputStream out) throws IOException;
    }
}
