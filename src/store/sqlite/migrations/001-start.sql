CREATE TABLE source (
  id TEXT PRIMARY KEY,
  host TEXT NOT NULL,
  config TEXT NOT NULL,
  state TEXT,
  due_at INTEGER,
  active INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX source_due ON source (host, due_at) WHERE active = 1 AND due_at IS NOT NULL;

CREATE TABLE host (
  host TEXT PRIMARY KEY,
  due_at INTEGER,
  not_before INTEGER NOT NULL DEFAULT 0,
  owner TEXT,
  until INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX host_due ON host (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE entry (
  source_id TEXT NOT NULL,
  key TEXT NOT NULL,
  url TEXT NOT NULL,
  hash TEXT NOT NULL,
  data TEXT,
  article_id TEXT,
  first_seen TEXT NOT NULL,
  host TEXT,
  read_at INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  problem TEXT,
  dropped TEXT,
  PRIMARY KEY (source_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_read ON entry (host, read_at) WHERE read_at IS NOT NULL;

CREATE TABLE article (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source_id TEXT NOT NULL,
  section TEXT NOT NULL,
  first_seen TEXT NOT NULL,
  hash TEXT NOT NULL,
  revision INTEGER NOT NULL,
  head TEXT NOT NULL,
  data TEXT NOT NULL,
  html TEXT NOT NULL,
  text TEXT NOT NULL,
  labels TEXT NOT NULL
) STRICT;

CREATE TABLE revision (
  article_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  hash TEXT NOT NULL,
  title TEXT NOT NULL,
  html TEXT NOT NULL,
  text TEXT NOT NULL,
  seen TEXT NOT NULL,
  PRIMARY KEY (article_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE list (
  key TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  count INTEGER NOT NULL,
  latest TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE list_member (
  list TEXT NOT NULL,
  seq INTEGER NOT NULL,
  article_id TEXT NOT NULL,
  PRIMARY KEY (list, seq)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX list_member_article ON list_member (article_id, list);

CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  article_id TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE consumer (
  name TEXT PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE memory (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
