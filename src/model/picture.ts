/** A picture of an article. Width and height in CSS pixels where the page states them. */
export interface Picture {
  src: string;
  caption?: string;
  alt?: string;
  width?: number;
  height?: number;
}
