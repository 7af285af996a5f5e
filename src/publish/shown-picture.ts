/** A picture as the newspaper shows it; `sources` from best to most compatible. Paths are absolute (`/…`) or addresses. */
export interface ShownPicture {
  src: string;
  /** `srcset`: candidates with widths, separated by a comma and a space */
  sources?: { type: string; srcset: string }[];
  width?: number;
  height?: number;
  /** data URI of a 16-pixel preview */
  placeholder?: string;
}

/** What is kept of a picture; undefined = nothing, the source's own address is shown. */
export type PictureFor = (src: string) => ShownPicture | undefined;
