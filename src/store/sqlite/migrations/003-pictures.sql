CREATE TABLE picture (
  src TEXT PRIMARY KEY,
  host TEXT NOT NULL,
  due_at INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  kept TEXT,
  problem TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX picture_due ON picture (host, due_at) WHERE due_at IS NOT NULL;

CREATE TABLE picture_use (
  src TEXT NOT NULL,
  article_id TEXT NOT NULL,
  shown INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (src, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX picture_use_article ON picture_use (article_id);

ALTER TABLE host ADD COLUMN picture_at INTEGER;
CREATE INDEX host_picture ON host (picture_at) WHERE picture_at IS NOT NULL;
