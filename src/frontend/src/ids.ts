/** Random ids. A page on a local network is no secure context: only getRandomValues is there. */

export function randomHex(bits: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(bits / 8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
