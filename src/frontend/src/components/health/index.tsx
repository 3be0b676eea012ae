/** The health check, for whoever looks. */

import type { Mount } from "../../host";
import { show } from "../parts/host";
import { Health } from "./health";
import type { HealthMe, HealthView } from "./view";

export const mount: Mount<HealthView, HealthMe> = (el, host) => show(el, host, <Health />);
