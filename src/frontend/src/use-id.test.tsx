import { render } from "preact";
import { expect, it } from "vitest";
import { useId } from "./use-id";

it("ids stay the same from drawing to drawing and differ between trees of one page", () => {
  const seen: string[] = [];
  const Part = () => {
    const id = useId();
    seen.push(id);
    return <input id={id} />;
  };
  const [one, other] = [document.createElement("div"), document.createElement("div")];
  render(<Part />, one);
  render(<Part />, one);
  render(<Part />, other);
  expect(seen[0]).toBe(seen[1]);
  expect(seen[2]).not.toBe(seen[0]);
});
