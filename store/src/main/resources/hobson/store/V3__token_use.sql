-- How often each API token was used, and when last. Written now and then, apart from the accounts.
CREATE TABLE token_use (
    uuid TEXT NOT NULL PRIMARY KEY,
    uses BIGINT NOT NULL,
    last_at BIGINT NOT NULL
) ${clustered};
