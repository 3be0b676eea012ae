/** The experiment board, for whoever looks. */

import type { Mount } from "../../host";
import { show } from "../parts/host";
import { Experiments } from "./experiments";
import type { ExperimentsMe, ExperimentsView } from "./view";

export const mount: Mount<ExperimentsView, ExperimentsMe> = (el, host) =>
  show(el, host, <Experiments />);
