import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { createClient, EaselProvider, ImageResult, Studio } from "react-easel";

const client = createClient();

const pixel = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
const images = [{ url: pixel }, { url: "data:image/png;base64,AAAA" }];
const result = { requestId: "r", images, body: {} };

export const serverPage = (
  <StrictMode>
    <EaselProvider client={client}>
      <Studio />
      <ImageResult.Root status="completed" result={result} input={{ prompt: "a pixel" }}>
        <ImageResult.Grid />
      </ImageResult.Root>
    </EaselProvider>
  </StrictMode>
);

export const renderServerPage = (): string => renderToString(serverPage);
