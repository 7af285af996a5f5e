import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { fail, type Outcome, ok } from '../../model/outcome.ts';
import { type Problem, problem } from '../../model/problem.ts';

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

/** Opens the file and brings its schema up to date. Problems: STORE_NEWER, STORE_DAMAGED, STORE_BUSY, DISK_FULL. */
export function openDatabase(file: string): Outcome<Database.Database> {
  let db: Database.Database | undefined;
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    db = new Database(file, { timeout: 10_000 });
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.pragma('cache_size = -8000');
    db.pragma('temp_store = MEMORY');
    const migrated = migrate(db, file);
    if (!migrated.ok) db.close();
    return migrated;
  } catch (error) {
    db?.close();
    return fail(storeProblem(error, file));
  }
}

/** Numbered files `NNN-name.sql`, each in one transaction; `user_version` remembers the last. */
function migrate(db: Database.Database, file: string): Outcome<Database.Database> {
  const steps = readdirSync(MIGRATIONS)
    .filter((name) => /^\d{3}-.*\.sql$/.test(name))
    .sort();
  const have = Number(db.pragma('user_version', { simple: true }));
  if (have > steps.length) {
    return fail(problem('STORE_NEWER', { where: file, why: `schema ${have}, this Kanyin knows ${steps.length}` }));
  }
  for (const name of steps.slice(have)) {
    const sql = readFileSync(`${MIGRATIONS}/${name}`, 'utf8');
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${Number(name.slice(0, 3))}`);
    }).exclusive();
  }
  return ok(db);
}

/** A database error as a row of the problem table; anything unknown is a bug and thrown on. */
export function storeProblem(error: unknown, where: string): Problem {
  const code = (error as { code?: unknown } | null)?.code;
  const why = error instanceof Error ? error.message : String(error);
  if (typeof code !== 'string') throw error;
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC' || code === 'EDQUOT' || code.startsWith('SQLITE_IOERR')) {
    return problem('DISK_FULL', { where, why, cause: error });
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return problem('STORE_BUSY', { where, why, cause: error });
  if (/^SQLITE_(NOTADB|CORRUPT|CANTOPEN|READONLY|PERM)|^E[A-Z]+$/.test(code)) {
    return problem('STORE_DAMAGED', { where, why, cause: error });
  }
  throw error;
}
