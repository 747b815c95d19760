package hobson.server.configuration;

import hobson.engine.user.NewAccount;
import org.jspecify.annotations.Nullable;

/** An account that the file asks for. */
public record Account(NewAccount account, @Nullable String description) {}
