import { createClient, EaselProvider, Studio } from "react-easel";
import { renderToString } from "react-dom/server";
import { StrictMode } from "react";

const client = createClient();

/** A page that a server renders, and the browser hydrates. */
export const serverPage = (
  <StrictMode>
    <EaselProvider client={client}>
      <Studio />
    </EaselProvider>
  </StrictMode>
);

export const renderServerPage = (): string => renderToString(serverPage);
