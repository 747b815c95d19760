package hobson.remote.security;

import hobson.engine.user.ApiTokens;
import hobson.engine.user.Credentials;
import hobson.engine.user.TokenUses;
import hobson.engine.user.Users;

/** The accounts of the server and what opens them. */
public record Accounts(Users users, ApiTokens tokens, TokenUses tokenUses, Credentials credentials) {}
