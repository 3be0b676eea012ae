/**
 * Ids for labels. Preact's own begin anew in every tree that is drawn, and a notebook's page has
 * many trees, from many bundles: there two labels would name one field.
 */

import { useState } from "preact/hooks";
import { randomHex } from "./ids";

let prefix = "";
let count = 0;

export function useId(): string {
  return useState(nextId)[0];
}

function nextId(): string {
  prefix ||= `wk${randomHex(32)}`;
  count += 1;
  return `${prefix}-${count}`;
}
