import { toNextHandlers } from "react-easel/server/next";
import { handler } from "@/easel";

export const { GET, POST, HEAD, OPTIONS } = toNextHandlers(handler);
