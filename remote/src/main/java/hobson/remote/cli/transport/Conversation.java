package hobson.remote.cli.transport;

import hobson.engine.user.Caller;
import hobson.remote.cli.CommandCall;
import hobson.remote.cli.Commands;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One command line and its streams, whatever carries them. One thread takes in what comes from the caller, another one runs the command:
 * a caller who is gone interrupts it.
 */
final class Conversation {
    /** Of the payload of a frame from the caller; more is taken for a stream that is no longer understood. */
    static final int LARGEST = 1 << 20;

    private static final int PIECE = 8 * 1024;

    private final Caller caller;
    private final String rootUrl;
    private final Commands commands;
    private final Duration patience;
    private final CommandRequest said = new CommandRequest();
    private final InputPipe input = new InputPipe();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch silent = new CountDownLatch(1);
    private volatile boolean started;
    private @Nullable IOException broken;
    private @Nullable Thread running;

    /** @param patience how long the caller may take until START */
    Conversation(Caller caller, String rootUrl, Commands commands, Duration patience) {
        this.caller = caller;
        this.rootUrl = rootUrl;
        this.commands = commands;
        this.patience = patience;
    }

    Caller caller() {
        return caller;
    }

    /**
     * Takes one frame in. Blocks while the command does not read its input.
     *
     * @throws ProtocolException when the stream cannot be understood any more
     */
    void take(int number, int length, InputStream payload) throws IOException {
        if (number < 0 || length < 0 || length > LARGEST) {
            throw new ProtocolException("a frame that is none");
        }
        var in = new DataInputStream(payload);
        var op = Op.of(number);
        if (op == null) {
            in.skipNBytes(length);
            return;
        }
        switch (op) {
            case ARG -> said.word(beforeStart(whole(in, length)));
            case LOCALE -> in.skipNBytes(length); // what is said to people is said in English
            case ENCODING -> encoding(whole(in, length));
            case START -> {
                in.skipNBytes(length);
                started = true;
                ready.countDown();
            }
            case STDIN -> stdin(in, length);
            case END_STDIN -> {
                in.skipNBytes(length);
                input.end();
            }
            case EXIT, STDOUT, STDERR -> in.skipNBytes(length); // these are ours to say
        }
    }

    private static byte[] whole(DataInputStream in, int length) throws IOException {
        if (length > CommandRequest.LONGEST) {
            throw new ProtocolException("a text that is too long");
        }
        var bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    private byte[] beforeStart(byte[] payload) throws ProtocolException {
        if (started) {
            throw new ProtocolException("the command line is over");
        }
        return payload;
    }

    /** Comes again and again: it is the caller's sign of life. */
    private void encoding(byte[] payload) throws IOException {
        if (!started) {
            said.charset(payload);
        }
    }

    private void stdin(DataInputStream in, int length) throws IOException {
        var buffer = new byte[Math.min(PIECE, length)];
        for (int left = length; left > 0; ) {
            int count = Math.min(left, buffer.length);
            in.readFully(buffer, 0, count);
            input.put(buffer, 0, count);
            left -= count;
        }
    }

    /** Nothing more will come, and the caller waits for the answer. */
    void ends() {
        input.end();
        ready.countDown();
        silent.countDown();
    }

    /** The caller is gone: nobody waits for what the command does. */
    void abandon() {
        abandon(new InterruptedIOException("the caller is gone"));
    }

    /** No more can be taken in, for that reason: there is no caller any more, or none that can be understood. */
    void abandon(IOException reason) {
        input.lose();
        synchronized (this) {
            broken = broken == null ? reason : broken;
            if (running != null) {
                running.interrupt();
            }
        }
        ends();
    }

    /** Ends it unless a command runs. */
    void leave() {
        boolean idle;
        synchronized (this) {
            idle = running == null;
        }
        if (idle) {
            abandon();
        }
    }

    /**
     * Runs the command when the caller has said what it is; ends soon after the caller has been told how it ended.
     *
     * @throws IOException when the caller is gone, or cannot be understood
     */
    void run(FrameSink sink) throws IOException, InterruptedException {
        try {
            converse(sink);
        } finally {
            input.close(); // who brings more does not wait, also when no command has come to read it
        }
    }

    private void converse(FrameSink sink) throws IOException, InterruptedException {
        if (!ready.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ProtocolException("no START within " + patience.toSeconds() + " seconds");
        }
        int code = answer(attentive(sink));
        check();
        sink.send(Op.EXIT, ByteBuffer.allocate(4).putInt(code).array(), 0, 4);
        silent.await(1, TimeUnit.SECONDS); // so that it is read before the connection ends (cli.md §3.1)
    }

    private int answer(FrameSink sink) throws IOException {
        try (var output = new FrameOutput(sink, Op.STDOUT);
                var error = new FrameOutput(sink, Op.STDERR)) {
            var words = started ? said.words() : List.<String>of();
            begin();
            try {
                return commands.run(new CommandCall(caller, words, input, output, error, said.charset(), rootUrl));
            } finally {
                finish();
            }
        }
    }

    /** For the command: when the caller is gone it is interrupted, and what it still writes goes nowhere. */
    private FrameSink attentive(FrameSink sink) {
        return (op, data, offset, length) -> {
            if (isBroken()) {
                return;
            }
            try {
                sink.send(op, data, offset, length);
            } catch (IOException e) {
                abandon(e);
            }
        };
    }

    private synchronized boolean isBroken() {
        return broken != null;
    }

    private synchronized void begin() throws IOException {
        if (broken != null) {
            throw broken;
        }
        running = Thread.currentThread();
    }

    private synchronized void check() throws IOException {
        if (broken instanceof ProtocolException) {
            throw broken;
        }
    }

    private synchronized void finish() {
        running = null;
        var _ = Thread.interrupted();
        input.close();
    }
}
