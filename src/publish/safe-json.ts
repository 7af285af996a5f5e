const DROPPED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** JSON whose strings hold nothing that XML or a strict reader refuses: no lone surrogates, no control characters. */
export const safeJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? inner.toWellFormed().replace(DROPPED, '') : inner,
  );
