/** The projector: how to join, what is live, the time, and the activity as an observer sees it. */

import { start } from "../shell/frame";
import { Screen } from "./screen";

document.documentElement.classList.add("wk-screen");
start((frame) => <Screen {...frame} />);
