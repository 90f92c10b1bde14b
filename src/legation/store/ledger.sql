-- The ledger as it stands. Legation keeps it up to date and can make it anew at any time: nothing here is lost that is not read or judged elsewhere.
-- A claim stands on a shelf with all that it can have to do with; shelves that grow long are divided into blocks; what is due or stale waits.

CREATE TABLE ledger_made (rules TEXT NOT NULL);          -- hash of the rules and tables it is made by; by others it is made anew
CREATE TABLE ledger_due (article INTEGER PRIMARY KEY);   -- articles whose claims changed since the ledger last looked
CREATE TABLE ledger_stale (block TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE ledger_linked (block TEXT PRIMARY KEY, head TEXT NOT NULL) WITHOUT ROWID;   -- blocks that a merge made one

CREATE TABLE ledger_paper (
  article INTEGER PRIMARY KEY,
  teller  TEXT NOT NULL                    -- JSON: the article as the ledger knows it
);

CREATE TABLE ledger_item (
  n       INTEGER PRIMARY KEY,
  article INTEGER NOT NULL,
  place   INTEGER NOT NULL,                -- within the article
  claim   TEXT NOT NULL,                   -- id
  source  INTEGER,                         -- claim.n; NULL where the matter holds all
  kind    TEXT NOT NULL,                   -- entry, record, act, stance
  shelf   TEXT NOT NULL,                   -- where it belongs of itself
  home    TEXT NOT NULL,                   -- where it stands, its missing party filled in
  path    TEXT NOT NULL,                   -- how its shelf is divided
  block   TEXT NOT NULL,
  known   TEXT NOT NULL,
  follows TEXT,
  joins   TEXT,
  leaves  INTEGER NOT NULL DEFAULT 0,      -- stands with `joins`, being alone
  matter  TEXT NOT NULL                    -- JSON
);
CREATE INDEX ledger_item_article ON ledger_item (article);
CREATE INDEX ledger_item_home ON ledger_item (home, path);
CREATE INDEX ledger_item_block ON ledger_item (block, article, place);
CREATE INDEX ledger_item_claim ON ledger_item (claim);
CREATE INDEX ledger_item_joins ON ledger_item (joins) WHERE leaves;
CREATE INDEX ledger_item_known ON ledger_item (known) WHERE known != '';
CREATE TABLE ledger_side (side TEXT NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (side, item)) WITHOUT ROWID;
CREATE INDEX ledger_side_item ON ledger_side (item);

-- What it comes to: quantities, events, tensions, findings.
CREATE TABLE ledger_entry (
  n         INTEGER PRIMARY KEY,
  id        TEXT NOT NULL,
  kind      TEXT NOT NULL,                 -- quantity | event | tension | finding
  block     TEXT NOT NULL,
  article   INTEGER NOT NULL,              -- where it is first told, and its place there
  place     INTEGER NOT NULL,
  type      TEXT NOT NULL,                 -- measure, PLOVER type, kind of tension or finding
  label     TEXT NOT NULL,                 -- what is measured; why it is a tension or finding
  unit      TEXT,
  "from"    TEXT,
  "to"      TEXT,
  first     TEXT,                          -- the days of an event
  last      TEXT,
  members   INTEGER NOT NULL,
  origins   INTEGER NOT NULL,
  conflicts INTEGER NOT NULL,              -- pairs that cannot both be true, both readings being sure
  checks    INTEGER NOT NULL,              -- pairs of which a reading is doubtful
  low       REAL,                          -- what stands for the latest period
  high      REAL,
  disputed  INTEGER,
  why       TEXT,
  record    TEXT NOT NULL                  -- JSON: all of it but members and verdicts
);
CREATE INDEX ledger_entry_id ON ledger_entry (id);
CREATE INDEX ledger_entry_block ON ledger_entry (block);
CREATE INDEX ledger_entry_order ON ledger_entry (kind, article, place);
CREATE INDEX ledger_entry_weight ON ledger_entry (kind, conflicts DESC, origins DESC, members DESC);
CREATE INDEX ledger_entry_type ON ledger_entry (kind, type);

CREATE TABLE ledger_member (
  entry   INTEGER NOT NULL,
  place   INTEGER NOT NULL,
  claim   TEXT NOT NULL,                   -- id
  origin  TEXT NOT NULL,
  record  TEXT NOT NULL,                   -- JSON
  PRIMARY KEY (entry, place)
) WITHOUT ROWID;
CREATE INDEX ledger_member_claim ON ledger_member (claim);

CREATE TABLE ledger_verdict (
  entry   INTEGER NOT NULL,
  number  INTEGER NOT NULL,
  a       INTEGER NOT NULL,                -- places of the two members
  b       INTEGER NOT NULL,
  verdict TEXT NOT NULL,
  why     TEXT NOT NULL,
  sure    INTEGER NOT NULL,
  PRIMARY KEY (entry, number)
) WITHOUT ROWID;

CREATE TABLE ledger_dispute (
  n       INTEGER PRIMARY KEY,
  entry   INTEGER NOT NULL,
  kind    TEXT NOT NULL,
  rank    INTEGER NOT NULL,                -- of its kind
  weight  REAL NOT NULL,
  subject TEXT NOT NULL,                   -- id of the entry
  record  TEXT NOT NULL                    -- JSON
);
CREATE INDEX ledger_dispute_order ON ledger_dispute (rank, weight DESC, subject);
CREATE INDEX ledger_dispute_entry ON ledger_dispute (entry);

CREATE INDEX article_copy ON article (copy_of) WHERE copy_of IS NOT NULL;

-- Whatever changes an article's claims makes it due; judgements do so too (store/judging.py).
CREATE TRIGGER ledger_read AFTER INSERT ON interpretation BEGIN INSERT OR IGNORE INTO ledger_due VALUES (new.article); END;
CREATE TRIGGER ledger_read_again AFTER UPDATE OF live ON interpretation BEGIN INSERT OR IGNORE INTO ledger_due VALUES (new.article); END;
CREATE TRIGGER ledger_article AFTER UPDATE OF copy_of, superseded_by, title, publisher, url, published_first, published_last ON article
  BEGIN INSERT OR IGNORE INTO ledger_due VALUES (new.n); END;
