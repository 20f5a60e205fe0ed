import { toNextHandlers } from "react-easel/server/next";
import { answer } from "@/easel";

export const { GET, POST, HEAD, OPTIONS } = toNextHandlers(answer);
