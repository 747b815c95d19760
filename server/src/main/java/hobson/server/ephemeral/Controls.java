package hobson.server.ephemeral;

/** The handles of one server for tests. */
public interface Controls {
    VirtualTime time();

    Scripts scripts();

    Faults faults();

    RequestRecord requests();

    /** Everything as at the start. */
    void reset();
}
