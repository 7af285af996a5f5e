/** Writes what `bitReader` reads. */
export class BitWriter {
  #bytes = new Uint8Array(1 << 10);
  #size = 0;
  #held = 0;
  #buffer = 0;

  /** at most 24 bits, the highest first */
  put(value: number, bits: number): void {
    this.#buffer = (this.#buffer << bits) | value;
    this.#held += bits;
    for (; this.#held >= 8; this.#held -= 8) this.byte(this.#buffer >>> (this.#held - 8));
    this.#buffer &= (1 << this.#held) - 1;
  }

  byte(value: number): void {
    if (this.#size === this.#bytes.length) {
      const larger = new Uint8Array(this.#size * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#size++] = value;
  }

  /** seven bits a byte, before any bits */
  headNumber(value: number): void {
    let rest = value;
    for (; rest > 127; rest >>>= 7) this.byte((rest & 127) | 128);
    this.byte(rest);
  }

  /** from 0 (Elias' gamma code) */
  number(value: number): void {
    const bits = 31 - Math.clz32(value + 1);
    this.put(0, bits);
    this.put(1, 1);
    this.put(value + 1 - 2 ** bits, bits);
  }

  /** `values[from] … values[to - 1]`: different, ascending, `low <= value < high` (binary interpolative coding) */
  set(values: ArrayLike<number>, from: number, to: number, low: number, high: number): void {
    if (from >= to) return;
    const middle = (from + to) >> 1;
    const value = values[middle]!;
    this.#below(value - low - middle + from, high - low - (to - from) + 1);
    this.set(values, from, middle, low, value);
    this.set(values, middle + 1, to, value + 1, high);
  }

  #below(value: number, range: number): void {
    if (range <= 1) return;
    const bits = 31 - Math.clz32(range);
    const short = 2 ** (bits + 1) - range;
    if (value < short) this.put(value, bits);
    else {
      this.put((value + short) >>> 1, bits);
      this.put((value + short) & 1, 1);
    }
  }

  bytes(): Uint8Array {
    if (this.#held > 0) this.byte(this.#buffer << (8 - this.#held));
    this.#held = 0;
    this.#buffer = 0;
    return this.#bytes.slice(0, this.#size);
  }
}
