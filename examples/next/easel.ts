import { catalog, limitModel, sdxlTorch } from "react-easel/models";
import { createSandboxHandler } from "react-easel/sandbox";
import { createHandler, segmind } from "react-easel/server";

const { SEGMIND_API_KEY: apiKey, EASEL_SECRET: secret = "" } = process.env;

const auth = async () => ({ id: "fakeId" }); // fake: replace with your session

const options = {
  // At most two images per job; the other models are unchanged.
  models: [limitModel(sdxlTorch, { samples: { max: 2 } }), ...catalog.slice(1)],
  limits: { requestsPerMinute: 300, jobsAtOnce: 4 },
  authorize: async () => {
    const user = await auth();
    return user && { userId: user.id };
  },
};

/** Segmind with a key, otherwise the sandbox, also in `next start`. */
export const handler = apiKey
  ? createHandler({ ...options, backend: segmind({ apiKey }), secret })
  : createSandboxHandler({ ...options, production: true });

// Next waits for open event streams at shutdown. In development each change runs this module again.
if (process.env.NODE_ENV === "production") process.once("SIGTERM", () => void handler.close());
