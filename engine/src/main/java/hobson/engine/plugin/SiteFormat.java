package hobson.engine.plugin;

/** Reads the documents of update sites. */
@FunctionalInterface
public interface SiteFormat {
    /**
     * What the document says; its signature has been judged.
     *
     * @throws hobson.engine.Refusal {@code BAD_INPUT}, in one sentence
     */
    SiteData read(UpdateSite site, byte[] document);
}
