import { encode } from "uqr";

/** An address as a QR code: an SVG picture of one path, whose modules have no seams in print. Without an address there is none. */
export function qrCode(address: string | null): string {
  if (address === null) return "";
  // M stands a crease or a stamp over a seventh of it.
  const { data, size } = encode(address, { ecc: "M", border: 0 });
  const modules = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${modules.join("")}"/></svg>`;
}
