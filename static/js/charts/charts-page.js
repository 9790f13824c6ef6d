/** The page of charts: the table of each is open on paper. */

import { openOnPaper } from "../place/on-paper.js";

openOnPaper("details.on-paper");
