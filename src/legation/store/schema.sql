-- A Legation case, version 2; its ledger stands in ledger.sql. Rows are only added; what a newer reading or a corrected article replaces keeps its rows with live = 0.
-- Spans are [start, end) in code points of article.text. Days are ISO 8601. JSON columns hold the records of docs/reading.md.

CREATE TABLE article (
  n             INTEGER PRIMARY KEY,
  digest        TEXT NOT NULL UNIQUE,      -- of text, publisher, address and stated day
  id            TEXT NOT NULL,             -- as given with the article, else the digest
  title         TEXT,
  publisher     TEXT,
  url           TEXT,
  path          TEXT,                      -- where it was first read from
  language      TEXT,
  published_first TEXT,
  published_last  TEXT,
  published_basis TEXT,                    -- stated | inferred
  copy_of       TEXT,                      -- digest of an earlier near-identical text, which may be outside the case
  superseded_by TEXT,                      -- digest of the corrected text of the same address
  added         TEXT NOT NULL,             -- when it came into the case (UTC)
  notes         TEXT NOT NULL,             -- JSON list of intake's remarks
  text          TEXT NOT NULL
);
CREATE INDEX article_id ON article (id);
CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL;
CREATE INDEX article_published ON article (published_first);

-- One way in which an article was read. `version` hashes what was taken, so the same result twice is one row.
CREATE TABLE interpretation (
  n        INTEGER PRIMARY KEY,
  article  INTEGER NOT NULL REFERENCES article (n),
  version  TEXT NOT NULL,
  live     INTEGER NOT NULL CHECK (live IN (0, 1)),
  unread   TEXT,                           -- why the article was not read; NULL where it was
  made     TEXT NOT NULL,                  -- JSON: version of Legation, parser model, hash of the tables
  added    TEXT NOT NULL,
  facts    TEXT NOT NULL,                  -- JSON: title, language, publication and junk as this reading saw them
  lists    TEXT NOT NULL,                  -- JSON: the reading's lists that have no table of their own
  unread_items INTEGER NOT NULL,
  UNIQUE (article, version)
);
CREATE UNIQUE INDEX interpretation_live ON interpretation (article) WHERE live;

-- The sentences in which claims stand.
CREATE TABLE sentence (
  n       INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (n),
  "start" INTEGER NOT NULL,
  "end"   INTEGER NOT NULL,
  text    TEXT NOT NULL,
  UNIQUE (article, "start", "end")
);

CREATE TABLE claim (
  n              INTEGER PRIMARY KEY,
  interpretation INTEGER NOT NULL REFERENCES interpretation (n),
  article        INTEGER NOT NULL REFERENCES article (n),
  sentence       INTEGER NOT NULL REFERENCES sentence (n),
  live           INTEGER NOT NULL CHECK (live IN (0, 1)),
  kind           TEXT NOT NULL,            -- event | figure | statement | tie
  ordinal        INTEGER NOT NULL,         -- its place in the reading's list of that kind
  id             TEXT NOT NULL,            -- of article, kind, span and ordinal: the same in every interpretation
  "start"        INTEGER NOT NULL,
  "end"          INTEGER NOT NULL,
  words          TEXT NOT NULL,            -- the evidence: article.text between start and end
  type           TEXT,                     -- an event's PLOVER type, a figure's measure, a statement's or tie's kind
  low            REAL,
  high           REAL,
  unit           TEXT,
  first          TEXT,
  last           TEXT,
  status         TEXT NOT NULL,
  voice          TEXT,                     -- the outermost source; NULL: the article itself
  chain          TEXT NOT NULL,            -- all sources, outermost first, one a line
  record         TEXT NOT NULL             -- JSON: the whole claim
);
CREATE INDEX claim_id ON claim (id);
CREATE INDEX claim_interpretation ON claim (interpretation, kind, ordinal);
CREATE INDEX claim_type ON claim (kind, type) WHERE live;
CREATE INDEX claim_sentence ON claim (sentence) WHERE live;

-- Who takes part in a claim, and as what: actor, recipient, from, to, a, b, party.
CREATE TABLE party (
  claim INTEGER NOT NULL REFERENCES claim (n),
  actor TEXT NOT NULL,
  role  TEXT NOT NULL,
  PRIMARY KEY (claim, actor, role)
) WITHOUT ROWID;
CREATE INDEX party_actor ON party (actor, claim);

CREATE TABLE voice (
  n              INTEGER PRIMARY KEY,
  interpretation INTEGER NOT NULL REFERENCES interpretation (n),
  article        INTEGER NOT NULL REFERENCES article (n),
  sentence       INTEGER NOT NULL REFERENCES sentence (n),
  live           INTEGER NOT NULL CHECK (live IN (0, 1)),
  ordinal        INTEGER NOT NULL,
  id             TEXT NOT NULL,
  "start"        INTEGER NOT NULL,
  "end"          INTEGER NOT NULL,
  words          TEXT NOT NULL,
  speaker        TEXT,
  country        TEXT,
  record         TEXT NOT NULL
);
CREATE INDEX voice_id ON voice (id);
CREATE INDEX voice_interpretation ON voice (interpretation, ordinal);

-- How often an article names an actor; the places stand in interpretation.lists.
CREATE TABLE mention (
  interpretation INTEGER NOT NULL REFERENCES interpretation (n),
  article        INTEGER NOT NULL REFERENCES article (n),
  live           INTEGER NOT NULL CHECK (live IN (0, 1)),
  actor          TEXT NOT NULL,
  name           TEXT NOT NULL,
  kind           TEXT NOT NULL,
  country        TEXT,
  times          INTEGER NOT NULL,
  PRIMARY KEY (interpretation, actor)
) WITHOUT ROWID;
CREATE INDEX mention_actor ON mention (actor) WHERE live;

-- What the analyst decided. Undoing one is a row in `undone`, never a deletion.
CREATE TABLE judgement (
  n        INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  subject  TEXT NOT NULL,
  decision TEXT NOT NULL,
  author   TEXT NOT NULL,
  made     TEXT NOT NULL,
  version  TEXT NOT NULL,                  -- the interpretation that was judged
  content  TEXT NOT NULL
);
CREATE INDEX judgement_subject ON judgement (subject);
CREATE TABLE undone (
  judgement TEXT NOT NULL PRIMARY KEY REFERENCES judgement (id),
  author    TEXT NOT NULL,
  made      TEXT NOT NULL
);

CREATE VIRTUAL TABLE article_search USING fts5 (title, text, content = 'article', content_rowid = 'n', tokenize = 'porter unicode61');
CREATE VIRTUAL TABLE sentence_search USING fts5 (text, content = 'sentence', content_rowid = 'n', tokenize = 'porter unicode61');
