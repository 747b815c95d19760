-- When each author's newest change of a job's sources came into a build.
CREATE TABLE last_change (
    job BIGINT NOT NULL,
    author TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (job, author)
) ${clustered};

CREATE INDEX last_change_newest ON last_change (changed_at);
