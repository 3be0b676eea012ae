/** The facilitator's bar: what is live, where it stands, the time, and what comes next. */

import type { Mount } from "../../host";
import { show } from "../parts/host";
import { Bar } from "./bar";

export const mount: Mount = (el, host) => show(el, host, <Bar />);
