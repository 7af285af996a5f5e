import { CSP } from '../frame.ts';

/** For hosts that read a `_headers` file; the pages carry the policy themselves as well. */
export const headersFile = (): string => `/*
  Content-Security-Policy: ${CSP}; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
/assets/*
  Cache-Control: public, max-age=31536000, immutable
/pictures/*
  Cache-Control: public, max-age=31536000, immutable
`;
