/** The action review, for whoever looks: participants' phones, the facilitator, the projector. */

import type { Mount } from "../../host";
import { show } from "../parts/host";
import { Review } from "./review";
import type { ReviewMe, ReviewView } from "./view";

export const mount: Mount<ReviewView, ReviewMe> = (el, host) => show(el, host, <Review />);
