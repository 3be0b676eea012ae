/** What an item says, in full: its text, whose it is, its measure, what it rests on. */

import { LevelName } from "./level";
import { useGoalsHost } from "./use-goals";
import type { GoalsHost, MapItem, Measure } from "./view";

interface Props {
  readonly item: MapItem;
  /** Name the level too: where it does not stand above. */
  readonly named?: boolean;
}

export function ItemText({ item, named = false }: Props) {
  const { lang, words } = useGoalsHost();
  const { owner, measure, assumption } = item;
  return (
    <div class="item-text">
      {named && (
        <p class="note">
          <LevelName level={item.level} />
        </p>
      )}
      <p class="item-words">{item.text}</p>
      {owner && <p class="note">{words("goals.owner.of", { owner })}</p>}
      {measure && <p class="note">{measureText(measure, words, lang)}</p>}
      {assumption && <p class="note">{words("goals.assumption.of", { assumption })}</p>}
      {item.like_output && <p class="hint">{words("goals.output.hint")}</p>}
    </div>
  );
}

export function measureText(measure: Measure, words: GoalsHost["words"], lang: string): string {
  const { name, unit, baseline, target } = measure;
  const number = new Intl.NumberFormat(lang === "en" ? "en-GB" : lang, {
    maximumFractionDigits: 6,
  });
  const facts = [
    baseline === undefined ? "" : words("goals.baseline.of", { value: number.format(baseline) }),
    target === undefined ? "" : words("goals.target.of", { value: number.format(target) }),
  ].filter(Boolean);
  const named = unit ? `${name} (${unit})` : name;
  return words("goals.measure.of", { measure: [named, ...facts].join(", ") });
}
