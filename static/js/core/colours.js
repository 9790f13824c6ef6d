/** Colours as [red, green, blue] and as the 32-bit numbers of an image's pixels. */

/** Read "#rgb", "#rrggbb" or "rgb(…)"; anything else is a mid grey. */
export function parseColour(text) {
  const value = text.trim();
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value)?.[1];
  if (hex) {
    const pairs = hex.length === 3 ? [...hex].map((digit) => digit + digit) : hex.match(/../g);
    return pairs.map((pair) => Number.parseInt(pair, 16));
  }
  const numbers = /^rgba?\(([^)]+)\)$/i.exec(value)?.[1].match(/[\d.]+/g);
  return numbers ? numbers.slice(0, 3).map(Number) : [128, 128, 128];
}

/** The colour `share` of the way from one to another. */
export function mix(from, to, share) {
  return from.map((part, i) => Math.round(part + (to[i] - part) * share));
}

/** The colour as a little-endian RGBA pixel, opaque. */
export function toPixel([red, green, blue]) {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** Relative luminance, 0 to 1, as WCAG 2 has it. */
export function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
