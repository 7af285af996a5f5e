/** 1 for each of the letters, by UTF-16 unit: a look-up without making a string of the letter. */
export function letterTable(letters: Iterable<string>): Uint8Array {
  const table = new Uint8Array(65_536);
  for (const letter of letters) table[letter.charCodeAt(0)] = 1;
  return table;
}
