/** Join codes: read forgivingly as people type them, shown in two halves. */

/** Letters that look like digits are the digits; case, dashes and spaces do not matter. */
export function readCode(typed: string): string {
  const plain = typed.toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1");
  return plain.replace(/[^0-9A-Z]/g, "");
}

/** 7F4KQH2M as 7F4K-QH2M. */
export function showCode(code = ""): string {
  return code.length === 8 ? `${code.slice(0, 4)}-${code.slice(4)}` : code;
}
