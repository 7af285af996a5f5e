import type Database from 'better-sqlite3';
import { fail, type Outcome, ok } from '../../model/outcome.ts';
import type { Problem } from '../../model/problem.ts';
import { storeProblem } from './open-database.ts';

interface Job {
  work: () => unknown;
  done: (outcome: Outcome<unknown>) => void;
  bug: (error: unknown) => void;
}

/**
 * Write transactions of one turn of the event loop share one COMMIT. Each job is still whole or absent: when one fails, the
 * group is rolled back and every job runs again in a transaction of its own.
 */
export class GroupCommit {
  readonly #db: Database.Database;
  readonly #file: string;
  #jobs: Job[] = [];

  constructor(db: Database.Database, file: string) {
    this.#db = db;
    this.#file = file;
  }

  run<T>(work: () => T): Promise<Outcome<T>> {
    return new Promise((done, bug) => {
      if (this.#jobs.length === 0) setImmediate(() => this.flush());
      this.#jobs.push({ work, done: done as (outcome: Outcome<unknown>) => void, bug });
    });
  }

  flush(): void {
    const jobs = this.#jobs;
    this.#jobs = [];
    if (jobs.length === 0) return;
    const values: unknown[] = [];
    try {
      this.#db
        .transaction(() => {
          for (const job of jobs) values.push(job.work());
        })
        .immediate();
    } catch (error) {
      const [only, ...more] = jobs;
      if (only && more.length === 0) {
        this.#refuse(only, error);
        return;
      }
      for (const job of jobs) {
        try {
          job.done(ok(this.#db.transaction(job.work).immediate()));
        } catch (own) {
          this.#refuse(job, own);
        }
      }
      return;
    }
    for (const [i, job] of jobs.entries()) job.done(ok(values[i]));
  }

  #refuse(job: Job, error: unknown): void {
    let expected: Problem;
    try {
      expected = storeProblem(error, this.#file);
    } catch (bug) {
      job.bug(bug);
      return;
    }
    job.done(fail(expected));
  }
}
