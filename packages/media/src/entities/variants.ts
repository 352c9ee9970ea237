/** Variants: smaller pictures to be made of an image. */

/** In pixels, whole and at least 1. */
export interface Dimensions {
  readonly width: number;
  readonly height: number;
}

/** The square that each variant fits in, by its side in pixels, the smallest first. */
const BOXES = [
  { name: "thumbnail", side: 160 },
  { name: "small", side: 480 },
  { name: "medium", side: 960 },
  { name: "large", side: 1920 },
] as const;

export interface Variant extends Dimensions {
  readonly name: (typeof BOXES)[number]["name"];
}

/** @returns the variants that are smaller than the image, the smallest first, in its proportions: an image is never enlarged. */
export function planVariants({ width, height }: Dimensions): Variant[] {
  const longest = Math.max(width, height);
  return BOXES.filter(({ side }) => side < longest).map(({ name, side }) => ({
    name,
    width: scaled(width, side / longest),
    height: scaled(height, side / longest),
  }));
}

/** A narrow image keeps at least one pixel. */
function scaled(lengthPx: number, factor: number): number {
  return Math.max(1, Math.round(lengthPx * factor));
}
