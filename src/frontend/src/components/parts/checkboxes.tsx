/** As many answers as one likes, each a tick of its own. */

import { Options, type OptionsProps } from "./options";

interface Props extends Omit<OptionsProps, "onChoose"> {
  readonly chosen: readonly string[];
  /** All that is chosen now. */
  readonly onChange: (chosen: readonly string[]) => void;
}

export function Checkboxes({ chosen, onChange, ...rest }: Props) {
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return <Options {...rest} type="checkbox" chosen={chosen} onChoose={toggle} />;
}
