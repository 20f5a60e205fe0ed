import { StrictMode } from "react";
import "react-easel/styles.css";
import { createRoot } from "react-dom/client";
import { EaselProvider, JobTray, Studio, StylePreviewsProvider } from "react-easel";
import { styleIllustrations } from "react-easel/illustrations";

const baseUrl = new URLSearchParams(location.search).get("base") ?? "/api/easel";
const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root.");
createRoot(root).render(
  <StrictMode>
    <EaselProvider baseUrl={baseUrl}>
      <JobTray />
      <StylePreviewsProvider previews={styleIllustrations}>
        <Studio />
      </StylePreviewsProvider>
    </EaselProvider>
  </StrictMode>,
);
