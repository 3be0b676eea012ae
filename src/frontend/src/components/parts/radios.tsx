/** One answer of several, as radio buttons with arrow keys. */

import { Options, type OptionsProps } from "./options";

interface Props extends OptionsProps {
  readonly chosen: string | undefined;
}

export function Radios({ chosen, ...rest }: Props) {
  return <Options {...rest} type="radio" chosen={chosen === undefined ? [] : [chosen]} />;
}
