package hobson.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongSupplier;

/** An answer that is made anew each time it is written. */
final class Made<T, C> implements Rendering.Stream {
    private final Subject<T, C> subject;
    private final Form form;
    private final Selection selection;
    private final Budget budget;
    private final LongSupplier nanoTime;

    Made(Subject<T, C> subject, Form form, Selection selection, Budget budget, LongSupplier nanoTime) {
        this.subject = subject;
        this.form = form;
        this.selection = selection;
        this.budget = budget;
        this.nanoTime = nanoTime;
    }

    @Override
    public String contentType() {
        return form.contentType();
    }

    @Override
    public Rendering checked(OutputStream witness) {
        try {
            writeTo(Bytes.passedOn(witness, budget.bytes()), new Meter(budget, nanoTime));
            return this;
        } catch (Halt.OverBudget over) {
            return Exporter.refused(422, Suggestion.sentence(over));
        }
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try {
            // The time is the network's here, and what was within the budget may have grown since.
            writeTo(Bytes.passedOn(out, Long.MAX_VALUE), Meter.unlimited());
        } catch (Halt.ReceiverFailed gone) {
            throw gone.failure;
        }
    }

    void writeTo(Bytes out) {
        writeTo(out, new Meter(budget, nanoTime));
    }

    private void writeTo(Bytes out, Meter meter) {
        form.begin(out);
        var walk = new Walk<>(form.sink(out), subject.reader(), meter);
        walk.root(subject.object(), selection.steps(subject.schema()));
        form.end(out);
        out.end();
    }
}
