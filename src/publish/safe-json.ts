const DROPPED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** In JSON text: a noncharacter, an escaped control character or an escaped lone surrogate. */
const SUSPECT = /[\ufffe\uffff]|\\[ufb]/;

/** JSON whose strings hold nothing that XML or a strict reader refuses: no lone surrogates, no control characters. */
export function safeJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (!SUSPECT.test(text)) return text;
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? inner.toWellFormed().replace(DROPPED, '') : inner,
  );
}
