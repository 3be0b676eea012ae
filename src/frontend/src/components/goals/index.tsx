/** The goal map, for whoever looks. */

import type { Mount } from "../../host";
import { show } from "../parts/host";
import { Goals } from "./goals";
import type { GoalsMe, GoalsView } from "./view";

export const mount: Mount<GoalsView, GoalsMe> = (el, host) => show(el, host, <Goals />);
