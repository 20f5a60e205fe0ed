import { createClient, EaselProvider, JobTray, Studio } from "react-easel";
import "react-easel/styles.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

const client = createClient();
const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root.");
createRoot(root).render(
  <StrictMode>
    <EaselProvider client={client}>
      <JobTray />
      <Studio />
    </EaselProvider>
  </StrictMode>,
);
