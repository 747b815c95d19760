-- Folders of items; their numbers and documents are beside those of the jobs.
CREATE TABLE folder (
    id ${id},
    path TEXT NOT NULL,
    path_key TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL,
    body ${bytes} NOT NULL
);
