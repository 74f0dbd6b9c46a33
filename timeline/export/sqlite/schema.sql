-- A chronology as tables. An id is what the data files and the other formats call a thing by; `position` counts from 1
-- in the order of the chronology, or of what was told.
-- Days stand twice: as ISO 8601 text, and (`…_day`) as an integer, on which 1 is 0001-01-01, so that any year sorts
-- and can be reckoned with. NULL is an open bound: nothing is known in that direction.
-- What has an id has it for a primary key, by which browsers of databases follow links; `number` counts it from 1.
-- `named` is the id as it was told; the column before it is NULL where what it names is left out of this file.

CREATE TABLE meta (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,  -- schema, program, filter (one a row), left_out, remark (one a row)
  value TEXT NOT NULL
);

CREATE TABLE sources (
  number INTEGER NOT NULL UNIQUE,
  id TEXT NOT NULL PRIMARY KEY,
  publisher TEXT NOT NULL,
  title TEXT NOT NULL,
  published TEXT,  -- the usual reading, as EDTF
  published_earliest TEXT, published_latest TEXT,
  published_earliest_day INTEGER, published_latest_day INTEGER,
  file TEXT,
  sha256 TEXT,
  derives_from TEXT REFERENCES sources (id),
  derives_from_named TEXT,
  origin TEXT NOT NULL,  -- the id of the source at the bottom of its chain of derivation
  language TEXT NOT NULL,
  note TEXT NOT NULL
);

CREATE TABLE people (
  number INTEGER NOT NULL UNIQUE,
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT NOT NULL,  -- person or group
  role TEXT NOT NULL,
  note TEXT NOT NULL
);

CREATE TABLE people_also (
  person TEXT NOT NULL REFERENCES people (id),
  position INTEGER NOT NULL,
  spelling TEXT NOT NULL,
  PRIMARY KEY (person, position)
);

CREATE TABLE places (
  number INTEGER NOT NULL UNIQUE,
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  within TEXT REFERENCES places (id),
  within_named TEXT,
  note TEXT NOT NULL
);

CREATE TABLE places_also (
  place TEXT NOT NULL REFERENCES places (id),
  position INTEGER NOT NULL,
  spelling TEXT NOT NULL,
  PRIMARY KEY (place, position)
);

CREATE TABLE kinds (
  number INTEGER NOT NULL UNIQUE,
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  theme TEXT NOT NULL
);

CREATE TABLE events (
  number INTEGER NOT NULL UNIQUE,  -- its position in the chronology
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  kind TEXT REFERENCES kinds (id),
  kind_named TEXT NOT NULL,
  theme TEXT NOT NULL,
  instant INTEGER NOT NULL,  -- 1: begun and over on one day
  sources INTEGER NOT NULL,  -- how many documents tell of it
  origins INTEGER NOT NULL,  -- how many independent origins assert it
  only_possible INTEGER NOT NULL,  -- 1: it only may lie in the period that was asked for
  only_planned INTEGER NOT NULL,  -- 1: told only as still to come
  only_denied INTEGER NOT NULL,  -- 1: no claim asserts it
  inferred INTEGER NOT NULL,  -- 1: no document dates it; its date follows from order and publication
  note TEXT NOT NULL
);

CREATE TABLE event_people (
  event TEXT NOT NULL REFERENCES events (id),
  position INTEGER NOT NULL,
  person TEXT REFERENCES people (id),
  named TEXT NOT NULL,
  PRIMARY KEY (event, position)
);

CREATE TABLE event_places (
  event TEXT NOT NULL REFERENCES events (id),
  position INTEGER NOT NULL,
  place TEXT REFERENCES places (id),
  named TEXT NOT NULL,
  PRIMARY KEY (event, position)
);

CREATE TABLE claims (
  number INTEGER NOT NULL UNIQUE,
  id TEXT NOT NULL PRIMARY KEY,
  event TEXT NOT NULL REFERENCES events (id),
  position INTEGER NOT NULL,  -- among the claims on its event
  source TEXT REFERENCES sources (id),
  source_named TEXT NOT NULL,
  paragraph INTEGER NOT NULL,
  origin TEXT NOT NULL,  -- its independent root: person:ID or source:ID
  according_to TEXT REFERENCES people (id),
  according_to_named TEXT,
  stance TEXT NOT NULL,  -- asserts or denies
  certainty TEXT NOT NULL,
  says TEXT NOT NULL,
  quote TEXT NOT NULL,
  place TEXT REFERENCES places (id),
  place_named TEXT,
  stated TEXT NOT NULL,  -- the words that date it, and those that date its end
  stated_end TEXT NOT NULL,
  read_against TEXT NOT NULL,  -- the date of publication that relative words were read against, as EDTF
  edtf TEXT NOT NULL,  -- the usual reading, which may be tighter than the sound span
  start_earliest TEXT, start_latest TEXT, end_earliest TEXT, end_latest TEXT,  -- of the sound span
  start_earliest_day INTEGER, start_latest_day INTEGER, end_earliest_day INTEGER, end_latest_day INTEGER,
  approximate INTEGER NOT NULL, uncertain INTEGER NOT NULL,
  unread TEXT NOT NULL,  -- why a stated date could not be read
  lasts TEXT NOT NULL,
  upcoming INTEGER NOT NULL,  -- 1: told as still to come
  rank TEXT NOT NULL,
  rank_reason TEXT NOT NULL,
  note TEXT NOT NULL
);

CREATE TABLE claim_people (
  claim TEXT NOT NULL REFERENCES claims (id),
  position INTEGER NOT NULL,
  person TEXT REFERENCES people (id),
  named TEXT NOT NULL,
  PRIMARY KEY (claim, position)
);

CREATE TABLE claim_alternatives (  -- the few dates that words leave open between, where there are any
  claim TEXT NOT NULL REFERENCES claims (id),
  position INTEGER NOT NULL,
  start_earliest TEXT, start_latest TEXT, end_earliest TEXT, end_latest TEXT,
  start_earliest_day INTEGER, start_latest_day INTEGER, end_earliest_day INTEGER, end_latest_day INTEGER,
  PRIMARY KEY (claim, position)
);

CREATE TABLE facts (  -- a row a value: only a text has several, and then `part` counts them
  claim TEXT NOT NULL REFERENCES claims (id),
  position INTEGER NOT NULL,
  part INTEGER NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,  -- count, money, length or text
  value TEXT NOT NULL,
  PRIMARY KEY (claim, position, part)
);

CREATE TABLE relations (  -- the order that a claim states: its event is after, before, during the other
  claim TEXT NOT NULL REFERENCES claims (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  other_event TEXT REFERENCES events (id),
  named TEXT NOT NULL,
  within TEXT NOT NULL,
  by TEXT NOT NULL,
  PRIMARY KEY (claim, position)
);

CREATE TABLE contradictions (  -- what a curator set against a claim
  claim TEXT NOT NULL REFERENCES claims (id),
  position INTEGER NOT NULL,
  other_claim TEXT REFERENCES claims (id),
  named TEXT NOT NULL,
  reason TEXT NOT NULL,
  tension INTEGER NOT NULL,  -- 1: both may be true
  PRIMARY KEY (claim, position)
);

CREATE TABLE windows (  -- the answers to when an event was: 1 is the date that is shown, the others its rivals
  event TEXT NOT NULL REFERENCES events (id),
  position INTEGER NOT NULL,
  text TEXT NOT NULL,  -- the date in words
  edtf TEXT NOT NULL,  -- the usual reading, which may be tighter than the sound span
  start_earliest TEXT, start_latest TEXT, end_earliest TEXT, end_latest TEXT,  -- of the sound span
  start_earliest_day INTEGER, start_latest_day INTEGER, end_earliest_day INTEGER, end_latest_day INTEGER,
  approximate INTEGER NOT NULL, uncertain INTEGER NOT NULL,
  origins INTEGER NOT NULL,
  PRIMARY KEY (event, position)
);

CREATE TABLE window_claims (  -- the claims that support a window
  event TEXT NOT NULL,
  window INTEGER NOT NULL,
  claim TEXT NOT NULL REFERENCES claims (id),
  PRIMARY KEY (event, window, claim),
  FOREIGN KEY (event, window) REFERENCES windows (event, position)
);

CREATE TABLE window_alternatives (
  event TEXT NOT NULL,
  window INTEGER NOT NULL,
  position INTEGER NOT NULL,
  start_earliest TEXT, start_latest TEXT, end_earliest TEXT, end_latest TEXT,
  start_earliest_day INTEGER, start_latest_day INTEGER, end_earliest_day INTEGER, end_latest_day INTEGER,
  PRIMARY KEY (event, window, position),
  FOREIGN KEY (event, window) REFERENCES windows (event, position)
);

CREATE TABLE conflicts (
  number INTEGER NOT NULL UNIQUE,
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,  -- date, time, place, fact, denial, order, contradiction; tension: all may be true
  message TEXT NOT NULL,
  open INTEGER NOT NULL,  -- 1: the claims contradict each other and nobody settled it
  settled INTEGER NOT NULL
);

CREATE TABLE conflict_events (
  conflict TEXT NOT NULL REFERENCES conflicts (id),
  position INTEGER NOT NULL,
  event TEXT REFERENCES events (id),
  named TEXT NOT NULL,
  PRIMARY KEY (conflict, position)
);

CREATE TABLE conflict_claims (
  conflict TEXT NOT NULL REFERENCES conflicts (id),
  position INTEGER NOT NULL,
  claim TEXT REFERENCES claims (id),
  named TEXT NOT NULL,
  PRIMARY KEY (conflict, position)
);

CREATE TABLE arguments (  -- why order and publication make a date narrower than it was stated: step by step
  number INTEGER PRIMARY KEY,
  event TEXT REFERENCES events (id),  -- the event whose date it is, or
  published_source TEXT REFERENCES sources (id),  -- the source whose day of publication it is
  bound TEXT NOT NULL,  -- start.earliest, …; of a source published.earliest, published.latest
  position INTEGER NOT NULL,
  step TEXT NOT NULL,
  claim TEXT REFERENCES claims (id),  -- what says so
  claim_named TEXT,
  source TEXT REFERENCES sources (id),
  source_named TEXT
);

CREATE INDEX claims_by_event ON claims (event);
CREATE INDEX claims_by_source ON claims (source);
CREATE INDEX event_people_by_person ON event_people (person);
CREATE INDEX event_places_by_place ON event_places (place);
CREATE INDEX windows_by_day ON windows (start_earliest_day);

CREATE VIEW chronology AS
SELECT
  events.number, windows.text AS date, events.title, events.theme,
  (SELECT group_concat(name, '; ') FROM (
    SELECT coalesce(people.name, named) AS name FROM event_people LEFT JOIN people ON people.id = person
    WHERE event = events.id ORDER BY position)) AS people,
  (SELECT group_concat(name, '; ') FROM (
    SELECT coalesce(places.name, named) AS name FROM event_places LEFT JOIN places ON places.id = place
    WHERE event = events.id ORDER BY position)) AS places,
  events.sources, events.origins,
  (SELECT count(*) FROM conflict_events JOIN conflicts ON conflicts.id = conflict
    WHERE conflict_events.event = events.id AND open) AS open_conflicts,
  windows.edtf, windows.start_earliest, windows.end_latest, events.only_possible, events.only_planned,
  events.only_denied, events.inferred, events.id
FROM events JOIN windows ON windows.event = events.id AND windows.position = 1
ORDER BY events.number;

CREATE VIEW accounts AS
SELECT
  claims.number, events.title AS event, coalesce(sources.publisher, claims.source_named) AS publisher,
  sources.title AS document, claims.paragraph, coalesce(people.name, claims.according_to_named) AS according_to,
  claims.stance, claims.says, claims.stated, claims.edtf, claims.start_earliest, claims.end_latest, claims.id
FROM claims
JOIN events ON events.id = claims.event
LEFT JOIN sources ON sources.id = claims.source
LEFT JOIN people ON people.id = claims.according_to
ORDER BY claims.number;
