-- Full-text search, which finds words whatever their accents:
--   SELECT claims.* FROM claims JOIN claims_fts ON claims_fts.rowid = claims.number WHERE claims_fts MATCH 'assault';

CREATE VIRTUAL TABLE events_fts USING fts5(
  title, note, content="events", content_rowid='number', tokenize='unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE claims_fts USING fts5(
  says, quote, certainty, note, content="claims", content_rowid='number', tokenize='unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE sources_fts USING fts5(
  publisher, title, note, content="sources", content_rowid='number', tokenize='unicode61 remove_diacritics 2');

INSERT INTO events_fts (events_fts) VALUES ('rebuild');
INSERT INTO claims_fts (claims_fts) VALUES ('rebuild');
INSERT INTO sources_fts (sources_fts) VALUES ('rebuild');
