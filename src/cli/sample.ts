import { startSampleOrigin } from '../../samples/newsroom/origin.ts';
import type { Newsroom } from '../model/newsroom.ts';
import { fail, type Outcome, ok } from '../model/outcome.ts';
import { problem } from '../model/problem.ts';

export interface Sample {
  url: string;
  close(): Promise<void>;
}

/** Starts the sample's own server where the newsroom asks for it. Problem: PORT_TAKEN. */
export async function openSample(newsroom: Newsroom): Promise<Outcome<Sample | undefined>> {
  if (!newsroom.sample) return ok(undefined);
  const { port } = newsroom.sample;
  try {
    return ok(await startSampleOrigin({ port }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return fail(
      problem('PORT_TAKEN', {
        where: `127.0.0.1:${port}`,
        why: 'the sample sources need it; sample: { port: N } changes it',
      }),
    );
  }
}
