-- The documents that builds began with whose jobs were given other ones while they ran. Encrypted when secret is 1.
CREATE TABLE build_document (
    job BIGINT NOT NULL,
    number INTEGER NOT NULL,
    secret INTEGER NOT NULL,
    document ${bytes} NOT NULL,
    PRIMARY KEY (job, number)
) ${clustered};
