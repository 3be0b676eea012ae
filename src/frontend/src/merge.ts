/** JSON Merge Patch (RFC 7396): what is null goes, objects are merged, all else is replaced. */

type Json = unknown;

/** The value with the patch applied. Neither argument changes; parts left alone are shared. */
export function mergePatch(value: Json, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const merged: Record<string, Json> = isObject(value) ? { ...value } : {};
  for (const [key, part] of Object.entries(patch)) {
    if (part === null) delete merged[key];
    else define(merged, key, mergePatch(merged[key], part));
  }
  return merged;
}

function isObject(value: Json): value is Record<string, Json> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Plain assignment would take the key `__proto__` for the prototype. */
function define(target: Record<string, Json>, key: string, value: Json): void {
  Object.defineProperty(target, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}
