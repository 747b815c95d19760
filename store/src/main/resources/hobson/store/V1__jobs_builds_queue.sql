-- One row a job: everything that lists need, with its newest and newest completed build (number 0: there is none).
CREATE TABLE job (
    id ${id},
    path TEXT NOT NULL,
    path_key TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL,
    disabled INTEGER NOT NULL,
    held_off INTEGER NOT NULL,
    next_build_number INTEGER NOT NULL,
    newest_number INTEGER NOT NULL,
    newest_result INTEGER NOT NULL,
    newest_at BIGINT NOT NULL,
    newest_duration BIGINT NOT NULL,
    completed_number INTEGER NOT NULL,
    completed_result INTEGER NOT NULL,
    completed_at BIGINT NOT NULL,
    completed_duration BIGINT NOT NULL,
    body ${bytes} NOT NULL
);

-- The document as it was posted; encrypted when secret is 1.
CREATE TABLE job_document (
    job ${id},
    secret INTEGER NOT NULL,
    document ${bytes} NOT NULL
);

-- Narrow, so that a history of 100,000 builds is read from few pages.
CREATE TABLE build (
    job BIGINT NOT NULL,
    number INTEGER NOT NULL,
    phase INTEGER NOT NULL,
    result INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    duration BIGINT NOT NULL,
    PRIMARY KEY (job, number)
) ${clustered};

-- What is read at start: nothing of this looks at the builds that are over.
CREATE INDEX build_in_progress ON build (job, number) WHERE phase < 2;

-- The rest of a build. Its origin is why it was started and with which parameters.
CREATE TABLE build_detail (
    job BIGINT NOT NULL,
    number INTEGER NOT NULL,
    queue_item BIGINT NOT NULL,
    origin ${bytes} NOT NULL,
    body ${bytes} NOT NULL,
    PRIMARY KEY (job, number)
) ${clustered};

-- Items that wait.
CREATE TABLE queue_item (
    id ${id},
    job BIGINT NOT NULL,
    since BIGINT NOT NULL,
    due BIGINT NOT NULL,
    origin ${bytes} NOT NULL
);

-- Items that have left: to a build, or cancelled (build is 0). The origin is null where the build has the same.
CREATE TABLE queue_left (
    id ${id},
    job BIGINT NOT NULL,
    build INTEGER NOT NULL,
    since BIGINT NOT NULL,
    due BIGINT NOT NULL,
    left_at BIGINT NOT NULL,
    origin ${bytes}
);

CREATE INDEX queue_cancelled ON queue_left (left_at, job) WHERE build = 0;

-- The key is the SHA-256 of what the caller sent.
CREATE TABLE queue_key (
    hash ${bytes} NOT NULL PRIMARY KEY,
    item BIGINT NOT NULL,
    job BIGINT NOT NULL,
    used_at BIGINT NOT NULL
) ${clustered};

CREATE INDEX queue_key_used ON queue_key (used_at);

-- Ids that were used and may no longer be seen in a table.
CREATE TABLE last_id (
    name TEXT NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
) ${clustered};

INSERT INTO last_id (name, value) VALUES ('job', 0), ('queue_item', 0);

CREATE TABLE account (
    id_key TEXT NOT NULL PRIMARY KEY,
    body ${bytes} NOT NULL
) ${clustered};

-- The origin's job is 0 when the file was brought from outside.
CREATE TABLE fingerprint (
    md5 ${bytes} NOT NULL PRIMARY KEY,
    file_name TEXT NOT NULL,
    seen_at BIGINT NOT NULL,
    origin_job BIGINT NOT NULL,
    origin_number INTEGER NOT NULL
) ${clustered};

CREATE TABLE fingerprint_use (
    job BIGINT NOT NULL,
    number INTEGER NOT NULL,
    md5 ${bytes} NOT NULL,
    PRIMARY KEY (job, number, md5)
) ${clustered};

CREATE INDEX fingerprint_used ON fingerprint_use (md5, job, number);

-- Every committed change, in the order of the commits. changed_by is null for the server itself; the type's number says what subject is.
CREATE TABLE event (
    sequence ${id},
    type INTEGER NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT,
    subject TEXT NOT NULL
);
