/** Bytes on their way out, in pieces of bounded size. */
export class ByteWriter {
  private readonly buffer: Buffer;
  private used = 0;
  /** Bytes written so far. */
  private flushed = 0;

  /** @param sink receives the bytes in order; each piece is valid until it returns. */
  constructor(
    private readonly sink: (piece: Uint8Array) => void,
    capacity = 1 << 16,
  ) {
    this.buffer = Buffer.allocUnsafeSlow(Math.max(capacity, LONGEST_NUMBER));
  }

  get size(): number {
    return this.flushed + this.used;
  }

  byte(value: number): void {
    if (this.used === this.buffer.length) this.flush();
    this.buffer[this.used++] = value;
  }

  bytes(source: Buffer, from = 0, to = source.length): void {
    const length = to - from;
    if (length > this.buffer.length - this.used) this.flush();
    if (length > this.buffer.length) {
      this.sink(source.subarray(from, to));
      this.flushed += length;
      return;
    }
    // A loop is quicker than a call for what is short.
    if (length < SHORT) for (let at = from; at < to; at += 1) this.buffer[this.used++] = source[at] as number;
    else this.used += source.copy(this.buffer, this.used, from, to);
  }

  text(text: string): void {
    const most = MOST_BYTES * text.length;
    if (most > this.buffer.length - this.used) this.flush();
    if (most > this.buffer.length) this.bytes(Buffer.from(text));
    else this.used += this.buffer.write(text, this.used);
  }

  /** @param value a whole number from 0 to 2^53. */
  number(value: number): void {
    if (this.buffer.length - this.used < LONGEST_NUMBER) this.flush();
    if (value < 10) {
      this.buffer[this.used++] = ZERO + value;
      return;
    }
    let length = 2;
    for (let power = 100; value >= power; power *= 10) length += 1;
    let rest = value;
    for (let at = this.used + length - 1; at >= this.used; at -= 1) {
      const shorter = Math.floor(rest / 10);
      this.buffer[at] = ZERO + (rest - 10 * shorter);
      rest = shorter;
    }
    this.used += length;
  }

  flush(): void {
    if (this.used > 0) this.sink(this.buffer.subarray(0, this.used));
    this.flushed += this.used;
    this.used = 0;
  }
}

const ZERO = 48;
const SHORT = 32;
const LONGEST_NUMBER = 16;
/** Of a code unit, as UTF-8. */
const MOST_BYTES = 3;
