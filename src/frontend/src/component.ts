/** Finds the component that draws a kind of activity: a built-in part, or an outsider's by address. */

import type { Component } from "./host";

export type Load = (name: string) => Promise<Component>;

const BUILT_IN: Readonly<Record<string, () => Promise<Component>>> = {
  lobby: () => import("./components/lobby"),
  bar: () => import("./components/bar"),
  retro: () => import("./components/retro"),
  poll: () => import("./components/poll"),
  goals: () => import("./components/goals"),
  action_review: () => import("./components/action-review"),
  health: () => import("./components/health"),
  experiments: () => import("./components/experiments"),
};

/** `addresses` maps kinds that others bring to the modules that draw them. */
export function componentLoader(addresses: Readonly<Record<string, string>> = {}): Load {
  return (name) => {
    const address = addresses[name];
    if (address !== undefined) return import(/* @vite-ignore */ address) as Promise<Component>;
    const load = BUILT_IN[name];
    if (!load) return Promise.reject(new Error(`No component draws the kind ${name}.`));
    return load();
  };
}
