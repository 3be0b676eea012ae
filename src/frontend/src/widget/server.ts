/** Is our server behind this page, with the kernel's database? */

const HEALTH_MS = 4_000;

/** The base of a page from Jupyter or Voila; nothing elsewhere. */
export function jupyterBase(): string | undefined {
  try {
    const text = document.getElementById("jupyter-config-data")?.textContent ?? "{}";
    const base = (JSON.parse(text) as { baseUrl?: unknown }).baseUrl;
    return typeof base === "string" ? base.replace(/\/?$/, "/") : undefined;
  } catch {
    return undefined;
  }
}

/** The base of the server that has this database, if this page has one. */
export async function findServer(database: string): Promise<string | undefined> {
  const base = jupyterBase();
  if (base === undefined) return undefined;
  const limit = new AbortController();
  const giveUp = setTimeout(() => limit.abort(), HEALTH_MS);
  try {
    const response = await fetch(`${base}workshopkit/health`, { signal: limit.signal });
    const health = (await response.json()) as { database?: unknown };
    return response.ok && health.database === database ? base : undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(giveUp);
  }
}
