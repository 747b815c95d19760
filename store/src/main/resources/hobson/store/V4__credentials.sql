-- Secrets by name. The store is its owner's: system:, folder:ID, user:ID. Secrets in the bodies are encrypted.
CREATE TABLE credential_domain (
    store TEXT NOT NULL,
    name TEXT NOT NULL,
    body ${bytes} NOT NULL,
    PRIMARY KEY (store, name)
) ${clustered};

CREATE TABLE credential (
    store TEXT NOT NULL,
    domain TEXT NOT NULL,
    id TEXT NOT NULL,
    position BIGINT NOT NULL,
    body ${bytes} NOT NULL,
    PRIMARY KEY (store, domain, id)
) ${clustered};
