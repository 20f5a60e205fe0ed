export { HistoryListFilter as Filter } from "./HistoryListFilter.tsx";
export { HistoryListGrid as Grid } from "./HistoryListGrid.tsx";
export { HistoryListNotice as Notice } from "./HistoryListNotice.tsx";
export { HistoryListRoot as Root } from "./HistoryListRoot.tsx";
export { HistoryListSearch as Search } from "./HistoryListSearch.tsx";
export { HistoryListSelection as Selection } from "./HistoryListSelection.tsx";
