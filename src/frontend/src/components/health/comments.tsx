/** What people wrote about a topic, in a random order and without names. */

import { useHealthHost } from "./use-health";

export function Comments({ texts, open }: { texts: readonly string[]; open: boolean }) {
  const { role, words } = useHealthHost();
  if (role === "observer" && !open) return null;
  const list = (
    <ul class="health-comments">
      {texts.map((text, at) => (
        <li key={at}>{text}</li>
      ))}
    </ul>
  );
  if (role === "observer") return list;
  return (
    <details open={open}>
      <summary>{words("health.comments", { n: texts.length })}</summary>
      {list}
    </details>
  );
}
