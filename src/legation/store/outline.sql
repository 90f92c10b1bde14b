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

CREATE TRIGGER ledger_outline_gone AFTER DELETE ON ledger_entry BEGIN
  DELETE FROM ledger_outline WHERE entry = old.n;
  DELETE FROM ledger_flow WHERE entry = old.n;
END;
INSERT OR IGNORE INTO ledger_stale SELECT block FROM ledger_entry;
