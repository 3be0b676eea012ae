/** Leading from another device: the same components as in the notebook, and no kernel. */

import { start } from "../shell/frame";
import { Lead } from "./lead";

start((frame) => <Lead {...frame} />);
