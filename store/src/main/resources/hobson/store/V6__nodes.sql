-- Nodes that callers made, and what they said of the built-in one, whose name is empty. Bodies are encrypted: launchers have passwords.
CREATE TABLE node (
    name TEXT NOT NULL PRIMARY KEY,
    body ${bytes} NOT NULL
) ${clustered};
