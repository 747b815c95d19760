-- Views that callers made.
CREATE TABLE view (
    name TEXT NOT NULL PRIMARY KEY,
    body ${bytes} NOT NULL
) ${clustered};
