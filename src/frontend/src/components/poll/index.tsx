/** The poll, for whoever looks. */

import type { Mount } from "../../host";
import { show } from "../parts/host";
import { Poll } from "./poll";
import type { PollMe, PollView } from "./view";

export const mount: Mount<PollView, PollMe> = (el, host) => show(el, host, <Poll />);
