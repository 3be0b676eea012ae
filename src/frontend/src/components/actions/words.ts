/** What a form says of an action, and the same as a command's fields. */

import type { Action } from "../../view";

export const TEXT_LIMIT = 300;
export const OWNER_LIMIT = 80;
export const LIKELY = ["1", "2", "3", "4", "5"] as const;

export interface ActionWords {
  readonly text: string;
  readonly owner: string;
  readonly due: string;
  /** A number from 1 to 5, or nothing. */
  readonly likely: string;
  readonly keepDoing: boolean;
}

export const NO_WORDS: ActionWords = {
  text: "",
  owner: "",
  due: "",
  likely: "",
  keepDoing: false,
};

export function wordsOf(action: Action): ActionWords {
  return {
    text: action.text,
    owner: action.owner ?? "",
    due: action.due ?? "",
    likely: action.likely ? String(action.likely) : "",
    keepDoing: action.keep_doing ?? false,
  };
}

/** Without what was left open: the room takes it as not said. What goes on and on has no day. */
export function fieldsOf({ text, owner, due, likely, keepDoing }: ActionWords): object {
  return {
    text: text.trim(),
    ...(owner.trim() ? { owner: owner.trim() } : {}),
    ...(due && !keepDoing ? { due } : {}),
    ...(likely ? { likely: Number(likely) } : {}),
    ...(keepDoing ? { keep_doing: true } : {}),
  };
}
