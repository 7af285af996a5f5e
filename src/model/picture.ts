/** A picture of an article. Width and height in CSS pixels where the page states them. */
export interface Picture {
  src: string;
  caption?: string;
  alt?: string;
  width?: number;
  height?: number;
}

/** The local copy of a picture. Its files are `<hash>.<format>` and, where there are widths, `<hash>-<width>.<type>`. */
export interface KeptPicture {
  /** hex, over the bytes as they came and the way copies are made */
  hash: string;
  /** of the copy in the picture's own format, after orientation; pixels */
  width: number;
  height: number;
  format: 'jpg' | 'png' | 'gif' | 'webp';
  /** further copies, widths ascending; empty for what moves */
  widths: number[];
  types: ('avif' | 'webp')[];
  /** data URI of a 16-pixel preview; absent where something shows through */
  placeholder?: string;
}
