/** What participants open: the box for the code, or the workshop that the code opens. */

import { start } from "../shell/frame";
import { Box } from "./box";
import { Join } from "./join";

start((frame) => (frame.page.name === "box" ? <Box {...frame} /> : <Join {...frame} />));
