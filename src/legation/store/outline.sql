-- The outline of the ledger: what lists, counts and pictures go by. A row an entry, and for events a row a pair of actors.

CREATE TABLE ledger_outline (
  entry INTEGER PRIMARY KEY,
  kind  TEXT NOT NULL,
  type  TEXT NOT NULL,
  day   TEXT NOT NULL,                     -- the first day of an event; '' where none is told
  told  TEXT NOT NULL,                     -- the day from which on an article that tells it was out; '9999' where no article has a day
  fact  INTEGER NOT NULL                   -- whether somebody tells it as done
);
CREATE INDEX ledger_outline_day ON ledger_outline (kind, day, told, fact, type);
CREATE INDEX ledger_outline_type ON ledger_outline (kind, type, day, told, fact);

CREATE TABLE ledger_flow (
  giver    TEXT NOT NULL,                  -- '' where the text names nobody
  receiver TEXT NOT NULL,                  -- '' where an act has no recipient
  mutual   INTEGER NOT NULL,               -- done together; then giver < receiver
  type     TEXT NOT NULL,
  fact     INTEGER NOT NULL,
  day      TEXT NOT NULL,
  told     TEXT NOT NULL,
  entry    INTEGER NOT NULL,
  PRIMARY KEY (giver, receiver, mutual, type, fact, day, told, entry)
) WITHOUT ROWID;
CREATE INDEX ledger_flow_receiver ON ledger_flow (receiver, giver);
CREATE INDEX ledger_flow_entry ON ledger_flow (entry);
CREATE INDEX ledger_entry_from ON ledger_entry ("from", "to") WHERE kind = 'quantity';
CREATE INDEX ledger_entry_to ON ledger_entry ("to", "from") WHERE kind = 'quantity';

-- What lists of a large case are counted and ordered by, without a look at texts and records.
CREATE INDEX claim_kind ON claim (kind) WHERE live;
CREATE INDEX claim_chain ON claim (kind, chain) WHERE live;
CREATE INDEX claim_voice ON claim (voice COLLATE NOCASE) WHERE live;
CREATE INDEX voice_speaker ON voice (speaker COLLATE NOCASE) WHERE live;
CREATE INDEX mention_named ON mention (actor, kind, country, name, times, article) WHERE live;
CREATE INDEX interpretation_gaps ON interpretation (unread_items, article) WHERE live AND unread_items > 0;
CREATE INDEX interpretation_unread ON interpretation (article) WHERE live AND unread IS NOT NULL;
CREATE INDEX article_shown ON article (published_first, published_last, published_basis, copy_of) WHERE superseded_by IS NULL;

CREATE TRIGGER ledger_outline_gone AFTER DELETE ON ledger_entry BEGIN
  DELETE FROM ledger_outline WHERE entry = old.n;
  DELETE FROM ledger_flow WHERE entry = old.n;
END;
INSERT OR IGNORE INTO ledger_stale SELECT block FROM ledger_entry;
