import { safeSegment } from './safe-segment.ts';

export const sectionAddress = (slug: string): string => `/section/${safeSegment(slug)}/`;
