/** The retro board, for whoever looks: participants' phones, the facilitator, the projector. */

import type { Mount } from "../../host";
import { show } from "../parts/host";
import { Retro } from "./retro";
import type { RetroMe, RetroView } from "./view";

export const mount: Mount<RetroView, RetroMe> = (el, host) => show(el, host, <Retro />);
