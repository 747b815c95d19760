-- All views of an owner in one document: the server's (whose name is empty), or a user's. Those of a folder are in its own document.
DROP TABLE view;

CREATE TABLE view_set (
    owner TEXT NOT NULL PRIMARY KEY,
    document ${bytes} NOT NULL
) ${clustered};
