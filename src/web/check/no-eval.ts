/** Zod would try to compile its readers at run time, which the content policy refuses: told beforehand not to. */
import { config } from "zod";

config({ jitless: true });
