import "react-easel/styles.css";
import { hydrateRoot } from "react-dom/client";
import { serverPage } from "./ServerPage.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root.");
hydrateRoot(root, serverPage);
