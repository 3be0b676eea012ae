/** The lobby: how people get in, who is here, and what we will do. */

import type { Mount } from "../../host";
import { show } from "../parts/host";
import { Lobby } from "./lobby";

export const mount: Mount = (el, host) => show(el, host, <Lobby />);
