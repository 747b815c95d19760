package hobson.export;

import java.io.IOException;
import java.io.OutputStream;

/** An answer that is made anew each time it is written. */
final class Made<T, C> implements Rendering.Stream {
    private final Subject<T, C> subject;
    private final Form form;
    private final Selection selection;
    private final Means means;

    Made(Subject<T, C> subject, Form form, Selection selection, Means means) {
        this.subject = subject;
        this.form = form;
        this.selection = selection;
        this.means = means;
    }

    @Override
    public String contentType() {
        return form.contentType();
    }

    @Override
    public Rendering checked(OutputStream witness) {
        try (var turn = means.turns().turn();
                var share = means.memory().share()) {
            writeTo(Bytes.passedOn(witness, means.budget().bytes(), share), new Meter(means, turn));
            return this;
        } catch (Halt.Refused refused) {
            return Exporter.refused(refused.status, String.valueOf(refused.getMessage()));
        } catch (Halt.OverBudget over) {
            return Exporter.refused(422, Suggestion.sentence(over));
        }
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (var share = means.memory().share()) {
            // The time is the network's here, and what was within the budget may have grown since.
            writeTo(Bytes.passedOn(out, Long.MAX_VALUE, share), Meter.unlimited());
        } catch (Halt.ReceiverFailed gone) {
            throw gone.failure;
        }
    }

    void writeTo(Bytes out) {
        try (var turn = means.turns().turn()) {
            writeTo(out, new Meter(means, turn));
        }
    }

    private void writeTo(Bytes out, Meter meter) {
        form.begin(out);
        var walk = new Walk<>(form.sink(out), subject.reader(), meter);
        walk.root(subject.object(), selection.steps(subject.schema()));
        form.end(out);
        out.end();
    }
}
